package dev.drillbook.schedule;

import java.util.Locale;

/** What became of an occurrence. Its name in small letters is what the table and {@code --json} say. */
enum State {
    PLANNED,
    /** Its drill is being started: durable before anything starts. */
    CLAIMED,
    STARTED,
    /** Its time passed, and its grace, while nobody could start it. */
    MISSED,
    SKIPPED,
    /** A safety rule forbade it: nothing was broken. */
    REFUSED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
