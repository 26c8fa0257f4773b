package dev.drillbook.drill;

import dev.drillbook.runbook.Beat;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.runbook.World;

/** What can be known to stand in the way before anything is broken. */
final class Preflight {
    private final Runbook runbook;
    private final World world;

    Preflight(Runbook runbook, World world) {
        this.runbook = runbook;
        this.world = world;
    }

    /**
     * Reads how every fault would be put back, as the drill will again when its time has come.
     *
     * @throws dev.drillbook.runbook.DrillException when one could not be, or would change nothing
     */
    void check() {
        for (Beat beat : runbook.beats()) if (beat instanceof Beat.Apply apply) check(apply);
    }

    private void check(Beat.Apply apply) {
        apply.leaving().forEach(residue -> residue.removal(world));
        apply.fault().undo(world);
    }
}
