package dev.drillbook.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A schedule in the making, and what it does in words short enough to read in a test. */
final class TestSchedule {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ENGLISH);

    private final When when;
    private final List<Freeze> freezes = new ArrayList<>();
    private ZoneId zone = ZoneId.of("Europe/Berlin");
    private Policy policy = Policy.NEXT_WORKING_DAY;
    private WorkingTime working = WorkingTime.USUAL;

    private TestSchedule(String when) {
        this.when = When.parse(when);
    }

    static TestSchedule due(String when) {
        return new TestSchedule(when);
    }

    TestSchedule in(String name) {
        zone = Zones.named(name);
        return this;
    }

    TestSchedule onForbiddenDays(Policy policy) {
        this.policy = policy;
        return this;
    }

    TestSchedule withHolidays(String... lines) {
        return withHolidays(Holidays.of(List.of(lines)));
    }

    TestSchedule withHolidays(Holidays holidays) {
        working = working.with(holidays);
        return this;
    }

    TestSchedule frozen(String name, String first, String last) {
        freezes.add(Freeze.days(name, LocalDate.parse(first), LocalDate.parse(last), zone));
        return this;
    }

    /** For hours. */
    TestSchedule frozenAt(String from, String until) {
        freezes.add(new Freeze("deploy", Instant.parse(from), Instant.parse(until)));
        return this;
    }

    TestSchedule working(DayOfWeek from, DayOfWeek to) {
        working = working.with(EnumSet.range(from, to));
        return this;
    }

    Schedule named(String name) {
        return new Schedule(name, "yesterdays-prices", "practice", zone, when, policy, working.with(freezes));
    }

    Schedule build() {
        return named("quarterly");
    }

    /** What becomes of each time planned from one local day to another, both included. */
    List<String> plan(String first, String last) {
        Schedule schedule = build();
        return schedule.plan(
                        begin(first), begin(LocalDate.parse(last).plusDays(1).toString()))
                .map(planned -> told(schedule, planned))
                .collect(Collectors.toList());
    }

    /** What starts from one local day to another, both included. */
    List<String> starts(String first, String last) {
        return build().occurrences(
                        begin(first), begin(LocalDate.parse(last).plusDays(1).toString()))
                .map(occurrence -> LOCAL.format(occurrence.start().atZone(zone)))
                .collect(Collectors.toList());
    }

    private Instant begin(String day) {
        return LocalDate.parse(day).atStartOfDay(zone).toInstant();
    }

    /** As {@code occurrences.py} says it. */
    static String told(Schedule schedule, Planned planned) {
        String when = told(schedule, planned.planned());
        if (planned instanceof Skipped skipped)
            return when + "  skipped"
                    + skipped.inFavourOf()
                            .map(other -> " for " + told(schedule, other))
                            .orElse("") + "  "
                    + skipped.why().inWords();
        Occurrence occurrence = (Occurrence) planned;
        String start = occurrence.start().equals(occurrence.planned()) ? "then" : told(schedule, occurrence.start());
        return when + "  starts " + start
                + occurrence.notes().stream().map(note -> "  " + told(note)).collect(Collectors.joining());
    }

    private static String told(Schedule schedule, Instant at) {
        return LOCAL.format(at.atZone(schedule.zone())) + " = " + UTC.format(at.atZone(ZoneId.of("UTC")));
    }

    private static String told(Note note) {
        if (note instanceof Note.Shifted shifted) return shifted.why().inWords();
        if (note instanceof Note.MovedOutOfGap moved)
            return "no " + moved.wanted().toLocalTime();
        return ((Note.RunsOnceInOverlap) note).twice().toLocalTime() + " twice";
    }
}
