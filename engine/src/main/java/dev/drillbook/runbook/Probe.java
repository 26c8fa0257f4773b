package dev.drillbook.runbook;

import java.time.Duration;

/** A question with a verdict. */
public interface Probe extends Condition {
    /** The question as people read it, such as {@code traffic.stale below 1 %}. Unique within a runbook. */
    @Override
    String inWords();

    /**
     * Asks. May wait for the network, a few seconds at most. Never throws: what goes wrong is {@link Verdict.Unknown}.
     */
    Verdict ask(World world);

    /** For {@code abortWhen}: only once it has held for this time. */
    default Condition lasting(Duration time) {
        return new Lasting(this, time);
    }

    @Override
    default Probe probe() {
        return this;
    }

    @Override
    default Duration atLeast() {
        return Duration.ZERO;
    }
}
