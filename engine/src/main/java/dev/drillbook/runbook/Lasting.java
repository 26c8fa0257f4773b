package dev.drillbook.runbook;

import java.time.Duration;

/** A probe that must hold for a while. One answer does not tell that, so it is no probe: it cannot be a steady state. */
record Lasting(Probe probe, Duration atLeast) implements Condition {
    Lasting {
        if (atLeast.toMillis() < 1000)
            throw new Invalid(probe.inWords() + " lasting " + atLeast.toMillis()
                    + " ms: it is asked once a second; write a longer time, such as lasting(30.seconds)");
    }

    @Override
    public String inWords() {
        return probe.inWords() + " lasting " + atLeast.toSeconds() + " s";
    }
}
