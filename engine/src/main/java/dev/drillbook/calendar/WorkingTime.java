package dev.drillbook.calendar;

import dev.drillbook.calendar.Forbidden.Kind;
import dev.drillbook.runbook.Invalid;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When drills may start: on the days of the working week that are no holiday, outside the freezes.
 *
 * @param week the days of the week on which people work
 */
public record WorkingTime(Set<DayOfWeek> week, Holidays holidays, List<Freeze> freezes) {
    /** Monday to Friday, all year. */
    public static final WorkingTime USUAL = new WorkingTime(DayRule.WEEKDAYS, Holidays.NONE, List.of());

    public WorkingTime {
        if (week.isEmpty()) throw new Invalid("the working week has no day: write some, such as Monday to Friday");
        week = Collections.unmodifiableSet(EnumSet.copyOf(week));
        freezes = List.copyOf(freezes);
    }

    public WorkingTime with(Holidays others) {
        return new WorkingTime(week, holidays.and(others), freezes);
    }

    public WorkingTime with(List<Freeze> others) {
        return new WorkingTime(week, holidays, others);
    }

    public WorkingTime with(Set<DayOfWeek> others) {
        return new WorkingTime(others, holidays, freezes);
    }

    /** The freeze that it falls into. */
    public Optional<Forbidden> frozen(Instant at) {
        return freeze(at);
    }

    /** Empty when a drill may start then. A freeze is told before a holiday, and a holiday before a weekend. */
    public Optional<Forbidden> forbids(Instant at, ZoneId zone) {
        LocalDate date = at.atZone(zone).toLocalDate();
        return freeze(at)
                .or(() -> holidays.on(date).map(name -> new Forbidden(Kind.HOLIDAY, name)))
                .or(() -> weekend(date));
    }

    private Optional<Forbidden> freeze(Instant at) {
        return freezes.stream()
                .filter(freeze -> freeze.contains(at))
                .findFirst()
                .map(freeze -> new Forbidden(Kind.FREEZE, freeze.name()));
    }

    private Optional<Forbidden> weekend(LocalDate date) {
        return week.contains(date.getDayOfWeek())
                ? Optional.empty()
                : Optional.of(new Forbidden(Kind.WEEKEND, Names.of(date.getDayOfWeek())));
    }
}
