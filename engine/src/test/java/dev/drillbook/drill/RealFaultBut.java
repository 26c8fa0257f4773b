package dev.drillbook.drill;

import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Touched;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;

/** A real fault, but for what a test makes of it. */
abstract class RealFaultBut implements Fault {
    final Fault real;

    RealFaultBut(Fault real) {
        this.real = real;
    }

    @Override
    public String inWords() {
        return real.inWords();
    }

    @Override
    public Undo undo(World world) {
        return real.undo(world);
    }

    @Override
    public Touched touches(World world) {
        return real.touches(world);
    }

    @Override
    public void apply(World world) {
        real.apply(world);
    }

    @Override
    public Verdict tookHold(World world) {
        return real.tookHold(world);
    }
}
