package dev.drillbook.schedule;

import dev.drillbook.calendar.Note;
import dev.drillbook.calendar.Occurrence;
import dev.drillbook.calendar.Planned;
import dev.drillbook.calendar.Schedule;
import dev.drillbook.calendar.Skipped;
import dev.drillbook.control.Gate;
import dev.drillbook.control.Planning;
import dev.drillbook.control.PlanningWords;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Nearest;
import dev.drillbook.timeline.Who;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where people look at what is planned, and change it. */
final class Desk implements Planning {
    /** Told of changes that alarms must follow. */
    interface Alarms {
        /** Where nothing rings. */
        Alarms NONE = new Alarms() {
            @Override
            public void wind(Row row) {}

            @Override
            public void cancel(Row row) {}
        };

        void wind(Row row);

        void cancel(Row row);
    }

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private final Map<String, ScheduledDrill> drills;
    private final Occurrences table;
    private final Pauses pauses;
    private final Filling filling;
    private final Alarms alarms;
    private final Gate gate;
    private final Clock clock;

    /** @param gate who may start drills of an environment may change what the calendar starts there */
    Desk(Map<String, ScheduledDrill> drills, Occurrences table, Pauses pauses, Alarms alarms, Gate gate, Clock clock) {
        this.drills = drills;
        this.table = table;
        this.pauses = pauses;
        this.filling = new Filling(table, clock);
        this.alarms = alarms;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public List<Scheduled> schedules() {
        return drills.values().stream().map(this::shown).toList();
    }

    private Scheduled shown(ScheduledDrill drill) {
        Schedule schedule = drill.schedule();
        return new Scheduled(
                schedule.name(),
                schedule.runbook(),
                schedule.environment(),
                schedule.zone().getId(),
                schedule.when().inWords(),
                pauses.by(schedule.name()),
                upcoming(schedule.name()).findFirst().map(Row::start));
    }

    @Override
    public List<Occasion> next(int count) {
        return table.in(State.PLANNED).stream()
                .filter(row -> drills.containsKey(row.schedule()))
                .limit(asked(count))
                .map(this::shown)
                .toList();
    }

    @Override
    public List<Occasion> history(int count) {
        return table.past(asked(count)).stream().map(this::shown).toList();
    }

    private static int asked(int count) {
        if (count < 1) throw new Invalid("'" + count + "' starts cannot be listed: ask for one, or more");
        return count;
    }

    private Occasion shown(Row row) {
        return new Occasion(
                row.schedule(),
                row.planned(),
                row.start(),
                zone(row.schedule()).getId(),
                row.runbook(),
                row.environment(),
                row.state().word(),
                Stream.of(row.notes(), row.detail())
                        .filter(text -> !text.isEmpty())
                        .toList(),
                row.drill());
    }

    private ZoneId zone(String schedule) {
        return Optional.ofNullable(drills.get(schedule))
                .map(drill -> drill.schedule().zone())
                .orElseGet(ZoneId::systemDefault);
    }

    @Override
    public List<Occasion> preview(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR)
            throw new Invalid("'" + year + "' is no year to plan: name one from " + FIRST_YEAR + " to " + LAST_YEAR);
        return drills.values().stream()
                .flatMap(drill -> preview(drill.schedule(), year))
                .sorted(Comparator.comparing(Occasion::start).thenComparing(Occasion::schedule))
                .toList();
    }

    private static Stream<Occasion> preview(Schedule schedule, int year) {
        Instant from = LocalDate.of(year, 1, 1).atStartOfDay(schedule.zone()).toInstant();
        Instant until =
                LocalDate.of(year + 1, 1, 1).atStartOfDay(schedule.zone()).toInstant();
        return schedule.plan(from, until).map(planned -> preview(schedule, planned));
    }

    private static Occasion preview(Schedule schedule, Planned planned) {
        boolean starts = planned instanceof Occurrence;
        List<String> notes = starts
                ? ((Occurrence) planned).notes().stream().map(Note::inWords).toList()
                : List.of(((Skipped) planned).why().inWords());
        return new Occasion(
                schedule.name(),
                planned.planned(),
                starts ? ((Occurrence) planned).start() : planned.planned(),
                schedule.zone().getId(),
                schedule.runbook(),
                schedule.environment(),
                (starts ? State.PLANNED : State.SKIPPED).word(),
                notes,
                Optional.empty());
    }

    @Override
    public String postpone(String name, LocalDateTime to, String who) {
        Schedule schedule = changed(name, who).schedule();
        Row row = nextOf(name);
        Instant start = to.atZone(schedule.zone()).toInstant();
        if (!start.isAfter(clock.instant()))
            throw new Invalid("'" + to.toString().replace('T', ' ') + "' is over: name a time to come");
        if (!start.isAfter(row.start()))
            throw new Invalid("it starts at " + PlanningWords.at(row.start(), schedule.zone()) + ": name a later time");
        schedule.forbids(start).ifPresent(why -> {
            throw new Invalid("no drill starts then: " + why.inWords() + "; name another day");
        });
        upcoming(name)
                .skip(1)
                .findFirst()
                .filter(later -> !start.isBefore(later.start()))
                .ifPresent(later -> {
                    throw new Invalid("the one after it starts at " + PlanningWords.at(later.start(), schedule.zone())
                            + ": name an earlier time, or drillbook schedule skip " + name);
                });
        String notes = Row.POSTPONED + who + " from " + PlanningWords.at(row.start(), schedule.zone());
        if (!table.startAt(row, start, notes)) throw tooLate(name);
        alarms.wind(table.find(name, row.planned()).orElseThrow());
        return "'" + name + "' now starts at " + PlanningWords.at(start, schedule.zone());
    }

    @Override
    public String skip(String name, String who) {
        ScheduledDrill drill = changed(name, who);
        Row row = nextOf(name);
        if (!table.move(row, State.PLANNED, State.SKIPPED, Optional.empty(), "by " + who)) throw tooLate(name);
        alarms.cancel(row);
        filling.fill(drill).forEach(alarms::wind); // its start, which would have planned on, does not come
        return "'" + name + "' does not start at " + PlanningWords.at(row.start(), zone(name))
                + upcoming(name)
                        .findFirst()
                        .map(later -> "; next at " + PlanningWords.at(later.start(), zone(name)))
                        .orElse("");
    }

    @Override
    public String pause(String name, String who) {
        changed(name, who);
        return pauses.pause(name, who)
                ? "'" + name + "' is paused: nothing of it starts until drillbook schedule resume " + name
                : "'" + name + "' was paused already";
    }

    @Override
    public String resume(String name, String who) {
        changed(name, who);
        boolean isResumed = pauses.resume(name);
        if (isResumed) upcoming(name).forEach(alarms::wind); // what rang meanwhile was not told
        return isResumed
                ? "'" + name + "' goes on"
                        + upcoming(name)
                                .findFirst()
                                .map(row -> "; next at " + PlanningWords.at(row.start(), zone(name)))
                                .orElse("")
                : "'" + name + "' was not paused";
    }

    private Stream<Row> upcoming(String name) {
        return table.in(State.PLANNED).stream().filter(row -> row.schedule().equals(name));
    }

    private Row nextOf(String name) {
        return upcoming(name)
                .findFirst()
                .orElseThrow(() -> new Invalid("schedule '" + name + "' plans nothing any more"));
    }

    /** One that this person may change. */
    private ScheduledDrill changed(String name, String who) {
        ScheduledDrill drill = drill(name);
        gate.mayRun(Who.named(who), drill.schedule().environment());
        return drill;
    }

    private ScheduledDrill drill(String name) {
        ScheduledDrill drill = drills.get(name);
        if (drill == null)
            throw new Invalid("no schedule '" + name + "'"
                    + Nearest.hint(
                            name,
                            drills.keySet(),
                            drills.isEmpty()
                                    ? "drillbook.yaml has none"
                                    : "there is " + String.join(", ", drills.keySet())));
        return drill;
    }

    private static Invalid tooLate(String name) {
        return new Invalid("the drill of '" + name + "' is being started: abort it with drillbook abort");
    }
}
