package dev.drillbook.calendar;

import dev.drillbook.runbook.Invalid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A window of time in which no drill starts.
 *
 * @param from the first moment of it
 * @param until the first moment after it
 */
public record Freeze(String name, Instant from, Instant until) {
    public Freeze {
        if (name.isBlank()) throw new Invalid("a freeze has no name: write one, such as 'year end'");
        if (!from.isBefore(until))
            throw new Invalid("freeze '" + name + "' ends at " + until + ", not after its start at " + from
                    + ": write an end after the start");
    }

    /** Whole days. @param last is frozen too */
    public static Freeze days(String name, LocalDate first, LocalDate last, ZoneId zone) {
        if (last.isBefore(first))
            throw new Invalid("freeze '" + name + "' ends on " + last + ", before its first day " + first
                    + ": write the earlier day first");
        return new Freeze(
                name,
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
