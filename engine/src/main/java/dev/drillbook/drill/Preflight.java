package dev.drillbook.drill;

import dev.drillbook.environment.Environment;
import dev.drillbook.environment.Limits;
import dev.drillbook.runbook.Beat;
import dev.drillbook.runbook.Refused;
import dev.drillbook.runbook.Rehearsal;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.runbook.World;
import java.util.List;

/** What can be known to stand in the way before anything is broken. */
public final class Preflight {
    private final Runbook runbook;
    private final Environment environment;
    private final World world;
    private final boolean rehearsal;

    private Preflight(Runbook runbook, Environment environment, World world, boolean rehearsal) {
        this.runbook = runbook;
        this.environment = environment;
        this.world = world;
        this.rehearsal = rehearsal;
    }

    /**
     * Looks whether every fault is allowed, and every repair of a rehearsal, and reads how each fault would be put back, as
     * the drill will again when its time has come.
     *
     * @throws dev.drillbook.runbook.DrillException when one is not, could not be, or would change nothing
     */
    public static void check(Runbook runbook, Environment environment, World world, boolean rehearsal) {
        new Preflight(runbook, environment, world, rehearsal).check();
    }

    private void check() {
        List<Beat.Apply> applies = runbook.beats().stream()
                .filter(Beat.Apply.class::isInstance)
                .map(Beat.Apply.class::cast)
                .toList();
        environment.limits().checkCount(applies.size());
        if (environment.limits().stop().isPresent() && environment.site().isEmpty() && !applies.isEmpty())
            throw new Refused("may-break limits the share of users here, and environment '" + environment.name()
                    + "' has no site on which it could be measured: give it one in drillbook.yaml");
        applies.forEach(this::check);
        if (rehearsal)
            runbook.rehearsal().stream().flatMap(all -> all.steps().stream()).forEach(this::check);
    }

    private void check(Rehearsal.Step step) {
        if (step.move() instanceof Rehearsal.Repair repair)
            environment.limits().check(repair.change().touches(world));
    }

    /** @throws Refused when its fault, or what it would leave behind, may not be touched there */
    static void check(Beat.Apply apply, Limits limits, World world) {
        limits.check(apply.fault().touches(world));
        apply.leaving().forEach(residue -> limits.check(residue.touches(world)));
    }

    private void check(Beat.Apply apply) {
        check(apply, environment.limits(), world);
        apply.leaving().forEach(residue -> residue.removal(world));
        apply.fault().undo(world);
    }
}
