package dev.drillbook.calendar;

import dev.drillbook.calendar.Note.MovedOutOfGap;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.Stream;

/** All that a {@link When} means in a zone, each moment once, with no day forbidden. */
record Moments(When when, ZoneId zone) {
    /** Hours: no clock is put forward or back by more. */
    private static final int MOST_CHANGE = 3;

    /** In order, lazily. @param until is none of them */
    Stream<Moment> between(Instant from, Instant until) {
        return inside(
                from,
                until,
                when.between(before(from).toLocalDate(), after(until).toLocalDate()));
    }

    /** From the last to the first, lazily. @param until is none of them */
    Stream<Moment> backwards(Instant until, Instant from) {
        return inside(
                from,
                until,
                when.backwards(after(until).toLocalDate(), before(from).toLocalDate()));
    }

    /** Most are left out by the clock on the wall, which is cheap. */
    private Stream<Moment> inside(Instant from, Instant until, Stream<LocalDateTime> wanted) {
        LocalDateTime first = before(from), last = after(until);
        return wanted.filter(wall -> !wall.isBefore(first) && !wall.isAfter(last))
                .map(wall -> Moment.of(wall, zone))
                .filter(moment -> !moment.at().isBefore(from) && moment.at().isBefore(until))
                .filter(this::isLastOfItsInstant);
    }

    private LocalDateTime before(Instant at) {
        return LocalDateTime.ofInstant(at, zone).minusHours(MOST_CHANGE);
    }

    private LocalDateTime after(Instant at) {
        return LocalDateTime.ofInstant(at, zone).plusHours(MOST_CHANGE);
    }

    /** The times of a gap are all one moment, as is the end of the gap: the last that is wanted stands for them. */
    private boolean isLastOfItsInstant(Moment moment) {
        if (!(moment.note().orElse(null) instanceof MovedOutOfGap gap)) return true;
        return when.between(gap.wanted().toLocalDate(), gap.to().toLocalDate())
                .noneMatch(other -> other.isAfter(gap.wanted()) && !other.isAfter(gap.to()));
    }
}
