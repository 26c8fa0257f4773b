package dev.drillbook.runbook;

import java.time.Duration;

/** An alert that should fire, and how soon after the first apply. */
public record ExpectedAlert(String name, Duration within, int line) {
    public ExpectedAlert {
        if (within.isNegative() || within.isZero())
            throw new Invalid("alert '" + name + "' within " + within.toSeconds()
                    + " s: write a time above zero, such as within 3.minutes");
    }
}
