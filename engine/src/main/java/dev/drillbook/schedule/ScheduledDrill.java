package dev.drillbook.schedule;

import dev.drillbook.calendar.Schedule;
import dev.drillbook.runbook.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One schedule of {@code drillbook.yaml}: when, and how its drills are started.
 *
 * @param since when it was written: nothing was planned before
 * @param rehearsal whether the runbook's own rehearsal plays the team
 * @param grace 0 or more: how late a drill may still start
 * @param announce 0 or more: how long before its start it is announced
 * @param remind 0 or more, not more than {@code announce}: how long before its start people are reminded
 */
record ScheduledDrill(
        Schedule schedule, Instant since, boolean rehearsal, Duration grace, Duration announce, Duration remind) {
    static final Duration GRACE = Duration.ofMinutes(15);
    static final Duration ANNOUNCE = Duration.ofDays(1);
    static final Duration REMIND = Duration.ofMinutes(15);

    ScheduledDrill {
        if (remind.compareTo(announce) > 0)
            throw new Invalid("schedule '" + schedule.name() + "' reminds before it announces: make remind shorter");
    }

    String name() {
        return schedule.name();
    }

    /** Whether one that was to start at a moment can start no more. */
    boolean isPastGrace(Instant start, Instant now) {
        return now.isAfter(start.plus(grace));
    }

    /**
     * Why one that was to start at a moment must not start now, if so. What forbids drills at its very start does not
     * hold it back: a person put it there.
     */
    Optional<String> tooLate(Instant start, Instant now) {
        if (isPastGrace(start, now)) return Optional.of("it could not start within its grace");
        return schedule.forbids(now)
                .filter(why -> !schedule.forbids(start).equals(Optional.of(why)))
                .map(why -> "its grace reached into a day without drills (" + why.inWords() + ")");
    }

    /** How long before the start that is to be done. */
    Duration lead(Due.Kind kind) {
        return switch (kind) {
            case ANNOUNCE -> announce;
            case REMIND -> remind;
            case START -> Duration.ZERO;
        };
    }
}
