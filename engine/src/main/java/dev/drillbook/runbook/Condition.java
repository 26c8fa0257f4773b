package dev.drillbook.runbook;

import java.time.Duration;

/** What ends a drill: a probe that holds, or one that has held for a while. */
public interface Condition {
    /** Unique within a runbook. */
    String inWords();

    Probe probe();

    /** For how long each of its answers, from one second to the next, must have been that it holds. */
    Duration atLeast();
}
