package dev.drillbook.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * One occurrence as the table has it.
 *
 * @param planned by its schedule; with the schedule's name it is unique
 * @param start when the drill is to start: shifted, or postponed
 * @param notes why it starts when it does, in words; empty when it starts as planned
 * @param drill once it was started
 * @param detail why it is in this state, or empty
 */
record Row(
        String schedule,
        Instant planned,
        Instant start,
        String runbook,
        String environment,
        String notes,
        State state,
        Optional<String> drill,
        String detail) {

    /** How notes begin when a person moved the start. */
    static final String POSTPONED = "postponed by ";

    Row of(String otherRunbook, String otherEnvironment) {
        return new Row(schedule, planned, start, otherRunbook, otherEnvironment, notes, state, drill, detail);
    }

    boolean isPostponed() {
        return notes.contains(POSTPONED);
    }

    Due due(Due.Kind kind) {
        return new Due(schedule, planned, kind);
    }

    /** What names it in journals: {@code quarterly-cache 2027-01-05T09:00:00Z}. */
    String key() {
        return schedule + " " + planned;
    }
}
