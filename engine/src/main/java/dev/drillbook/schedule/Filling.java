package dev.drillbook.schedule;

import dev.drillbook.calendar.Note;
import dev.drillbook.calendar.Occurrence;
import dev.drillbook.calendar.Planned;
import dev.drillbook.calendar.Schedule;
import dev.drillbook.calendar.Skipped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps the table in step with the schedules: some occurrences ahead of each, and none that is no longer planned. */
final class Filling {
    /** Of each schedule in the table ahead of now, that are to start. */
    static final int AHEAD = 10;

    private final Occurrences table;
    private final Clock clock;

    Filling(Occurrences table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * Plans on from the last one planned, so that those whose time passed while nobody looked are there to be missed.
     *
     * @return those added that are to start
     */
    List<Row> fill(ScheduledDrill drill) {
        Instant now = clock.instant();
        Instant from = table.lastPlanned(drill.name())
                .filter(last -> last.isBefore(now))
                .map(last -> last.plusNanos(1))
                .orElse(now);
        if (from.isBefore(drill.since())) from = drill.since(); // what it says now, it did not say before
        return fill(drill, from, now);
    }

    private List<Row> fill(ScheduledDrill drill, Instant from, Instant now) {
        List<Row> added = new ArrayList<>();
        int ahead = 0;
        Iterator<Planned> plan = drill.schedule().plan(from, Schedule.END).iterator();
        while (ahead < AHEAD && plan.hasNext()) {
            Row row = row(drill, plan.next());
            if (table.add(row) && row.state() == State.PLANNED) added.add(row);
            if (row.state() == State.PLANNED) table.reopen(row);
            if (isAhead(row, now)) ahead++;
        }
        return added;
    }

    /** The table knows what persons skipped and postponed. */
    private boolean isAhead(Row row, Instant now) {
        return table.find(row.schedule(), row.planned())
                .filter(known -> known.state() == State.PLANNED && known.start().isAfter(now))
                .isPresent();
    }

    /**
     * Follows a file that may have changed: what it no longer plans is taken out, and what starts at another time now,
     * because a holiday was added, is moved. What a person postponed stays where they put it, also where its planned time
     * is over, and the schedule would not plan it anew. One that is late is followed while it may still start.
     *
     * @return what was taken out
     */
    List<Row> follow(Map<String, ScheduledDrill> drills) {
        return follow(drills, table.in(State.PLANNED));
    }

    /** The same, but for what has come: that does not go without a word, and who only looks tells nobody. */
    void followAhead(Map<String, ScheduledDrill> drills) {
        follow(
                drills,
                table.in(State.PLANNED).stream().filter(row -> !hasCome(row)).toList());
    }

    private List<Row> follow(Map<String, ScheduledDrill> drills, List<Row> rows) {
        List<Row> out = new ArrayList<>();
        for (Row row : rows) {
            Optional<ScheduledDrill> drill = Optional.ofNullable(drills.get(row.schedule()));
            boolean isPastGrace = drill.filter(its -> its.isPastGrace(row.start(), clock.instant()))
                    .isPresent();
            if (isPastGrace) continue; // to be missed
            Optional<Row> now = drill.flatMap(planned -> again(planned, row).or(() -> kept(planned, row)));
            if (now.isPresent()) table.replan(now.get(), row);
            else if (drill.isPresent() || !isOver(row.start()) ? withdraw(row) : isMissed(row)) out.add(row);
        }
        return out;
    }

    private Optional<Row> kept(ScheduledDrill drill, Row row) {
        boolean isStillNamed = isPlanned(drill, row.planned(), row.planned().plusNanos(1));
        boolean isLost = hasCome(row) && !isPlanned(drill, drill.since(), row.start());
        return row.isPostponed() && (isStillNamed || isLost)
                ? Optional.of(
                        row.of(drill.schedule().runbook(), drill.schedule().environment()))
                : Optional.empty();
    }

    /** Its planned time is over, or its start: it was put off, by a person or because of a holiday, or it is late. */
    boolean hasCome(Row row) {
        return isOver(row.planned()) || isOver(row.start());
    }

    private boolean isOver(Instant time) {
        return !time.isAfter(clock.instant());
    }

    /** What has come was promised: it does not go without a word. */
    private boolean withdraw(Row row) {
        return hasCome(row)
                ? table.move(row, State.PLANNED, State.SKIPPED, Optional.empty(), "its schedule was changed")
                : table.remove(row);
    }

    /** Whether it plans one in that time, a skipped one included. */
    private static boolean isPlanned(ScheduledDrill drill, Instant from, Instant until) {
        return from.isBefore(until)
                && drill.schedule().plan(from, until).findAny().isPresent();
    }

    private boolean isMissed(Row row) {
        return table.move(row, State.PLANNED, State.MISSED, Optional.empty(), "its schedule is gone");
    }

    private static Optional<Row> again(ScheduledDrill drill, Row row) {
        return drill.schedule()
                .plan(row.planned(), row.planned().plusNanos(1))
                .map(planned -> row(drill, planned))
                .filter(now -> now.state() == State.PLANNED)
                .findFirst();
    }

    private static Row row(ScheduledDrill drill, Planned planned) {
        if (planned instanceof Occurrence occurrence) {
            String notes = occurrence.notes().stream().map(Note::inWords).collect(Collectors.joining("; "));
            return row(drill, planned, occurrence.start(), State.PLANNED, notes);
        }
        Skipped skipped = (Skipped) planned;
        String instead = skipped.inFavourOf()
                .map(other -> "; the one planned for " + other + " stands for it")
                .orElse("");
        return row(
                drill, planned, planned.planned(), State.SKIPPED, skipped.why().inWords() + instead);
    }

    private static Row row(ScheduledDrill drill, Planned planned, Instant start, State state, String notes) {
        Schedule schedule = drill.schedule();
        return new Row(
                schedule.name(),
                planned.planned(),
                start,
                schedule.runbook(),
                schedule.environment(),
                notes,
                state,
                Optional.empty(),
                "");
    }
}
