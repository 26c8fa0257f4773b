package dev.drillbook.calendar;

import biweekly.component.VEvent;
import biweekly.property.RecurrenceRule;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.TimeZone;

/**
 * A whole-day event of an {@code .ics} file and all its days. Biweekly reads a date as midnight in the machine's zone,
 * and loses the last day of a rule west of Greenwich; so dates are taken as they are written, and its rules are asked
 * about noon in UTC.
 */
record HolidayEvent(VEvent event) {
    private static final LocalDate END = LocalDate.of(2100, 1, 1);
    private static final TimeZone UTC = TimeZone.getTimeZone(ZoneOffset.UTC);
    private static final long MILLIS_A_DAY = 86_400_000;

    static boolean isWholeDay(VEvent event) {
        ICalDate start =
                event.getDateStart() == null ? null : event.getDateStart().getValue();
        return start != null && !start.hasTime();
    }

    boolean isCancelled() {
        return event.getStatus() != null && event.getStatus().isCancelled();
    }

    String name() {
        return event.getSummary() == null ? "(no name)" : event.getSummary().getValue();
    }

    LocalDate first() {
        return date(event.getDateStart().getValue());
    }

    /** In days, from 1; the end in the file is the day after the last. */
    long length() {
        long days = 1;
        if (event.getDateEnd() != null)
            days = date(event.getDateEnd().getValue()).toEpochDay() - first().toEpochDay();
        else if (event.getDuration() != null)
            days = event.getDuration().getValue().toMillis() / MILLIS_A_DAY;
        return Math.max(1, days);
    }

    /** The first day of each time it comes, up to the end of 2099. */
    Set<LocalDate> starts() {
        Set<LocalDate> starts = new HashSet<>(Set.of(first()));
        for (RecurrenceRule rule : event.getProperties(RecurrenceRule.class)) starts.addAll(days(rule.getValue()));
        for (var days : event.getRecurrenceDates()) days.getDates().forEach(day -> starts.add(date(day)));
        for (var days : event.getExceptionDates()) days.getValues().forEach(day -> starts.remove(date(day)));
        return starts;
    }

    private Set<LocalDate> days(Recurrence rule) {
        Iterator<Date> noons = untilTheEndOf(rule).getDateIterator(at(first(), LocalTime.NOON), UTC);
        Set<LocalDate> days = new HashSet<>();
        while (noons.hasNext()) {
            LocalDate day = LocalDate.ofInstant(noons.next().toInstant(), ZoneOffset.UTC);
            if (!day.isBefore(END)) break;
            days.add(day);
        }
        return days;
    }

    /** The day until which it comes is one of its days. */
    private static Recurrence untilTheEndOf(Recurrence rule) {
        return rule.getUntil() == null
                ? rule
                : new Recurrence.Builder(rule)
                        .until(at(date(rule.getUntil()), LocalTime.MAX), true)
                        .build();
    }

    /** Whether the other is a time of this series that has an event of its own. */
    boolean isMovedBy(HolidayEvent other) {
        return event.getUid() != null
                && event.getUid().equals(other.event.getUid())
                && event.getRecurrenceId() == null
                && other.event.getRecurrenceId() != null
                && other.event.getRecurrenceId().getValue() != null;
    }

    /** The day in its series for which this stands. */
    LocalDate standsFor() {
        return date(event.getRecurrenceId().getValue());
    }

    private static Date at(LocalDate day, LocalTime time) {
        Instant at = day.atTime(time).toInstant(ZoneOffset.UTC);
        return Date.from(at);
    }

    private static LocalDate date(ICalDate written) {
        DateTimeComponents date = written.getRawComponents();
        return LocalDate.of(date.getYear(), date.getMonth(), date.getDate());
    }
}
