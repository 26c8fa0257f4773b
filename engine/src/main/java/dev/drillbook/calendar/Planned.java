package dev.drillbook.calendar;

import java.time.Instant;

/** What becomes of one planned time of one schedule; the two together are its key, and no two are alike. */
public sealed interface Planned permits Occurrence, Skipped {
    /** The schedule's name. */
    String schedule();

    /** When its words mean it, before any day is forbidden. */
    Instant planned();
}
