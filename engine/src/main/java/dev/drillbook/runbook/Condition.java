package dev.drillbook.runbook;

import java.time.Duration;

/** What ends a drill: a probe that holds, or one that has held for a while. */
public interface Condition {
    /** Unique within a runbook. */
    String inWords();

    Probe probe();

    /** For how long it must have held, asked once a second, without an answer to the contrary or a gap of over 5 s. */
    Duration atLeast();
}
