package dev.drillbook.calendar;

import dev.drillbook.calendar.Note.MovedOutOfGap;
import dev.drillbook.calendar.Note.RunsOnceInOverlap;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * A time on the clock on the wall, and when that is.
 *
 * @param wanted what the words say
 * @param at in a gap, the first minute after it; in an overlap, the first of the two
 */
record Moment(LocalDateTime wanted, Instant at, Optional<Note> note) {
    static Moment of(LocalDateTime wanted, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(wanted);
        if (change == null) return new Moment(wanted, wanted.atZone(zone).toInstant(), Optional.empty());
        if (change.isGap())
            return new Moment(
                    wanted, change.getInstant(), Optional.of(new MovedOutOfGap(wanted, change.getDateTimeAfter())));
        return new Moment(
                wanted, wanted.toInstant(change.getOffsetBefore()), Optional.of(new RunsOnceInOverlap(wanted)));
    }
}
