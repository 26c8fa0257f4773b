package dev.drillbook.schedule;

import dev.drillbook.calendar.Occurrence;
import dev.drillbook.runbook.Busy;
import dev.drillbook.runbook.DrillException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes every occurrence from planned to what becomes of it. The table decides, and the clock; an alarm only makes it
 * look. So one that rings twice, early, late or not at all starts nothing twice and nothing late.
 */
final class Timetable implements Desk.Alarms, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);

    /** How long one whose environment is busy waits before it tries again. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final Map<String, ScheduledDrill> drills;
    private final Occurrences table;
    private final Filling filling;
    private final Pauses pauses;
    private final Alarm alarm;
    private final Starter starter;
    private final Telling telling;
    private final Clock clock;
    private final Executor starting;

    /** @param starting where drills are started: a start waits for its environment to come up */
    Timetable(
            Map<String, ScheduledDrill> drills,
            Occurrences table,
            Pauses pauses,
            Alarm alarm,
            Starter starter,
            Telling telling,
            Clock clock,
            Executor starting) {
        this.drills = Map.copyOf(drills);
        this.table = table;
        this.filling = new Filling(table, clock);
        this.pauses = pauses;
        this.alarm = alarm;
        this.starter = starter;
        this.telling = telling;
        this.clock = clock;
        this.starting = starting;
    }

    /** Settles what happened while nobody looked, plans ahead, and looks from now on. */
    void open() {
        table.in(State.CLAIMED).forEach(this::giveBack); // before anything rings: what rings claims anew
        filling.follow(drills).forEach(this::withdraw);
        drills.values().forEach(filling::fill);
        alarm.start(this::ring);
        table.in(State.PLANNED).forEach(this::wind);
    }

    private void withdraw(Row row) {
        cancel(row);
        if (drills.containsKey(row.schedule()) && filling.hasCome(row)) telling.withdrawn(row, zone(row), next(row));
    }

    /** What a process claimed that died before it started anything is planned still, as the file has it now. */
    private void giveBack(Row row) {
        if (!isBegun(row)) table.move(row, State.CLAIMED, State.PLANNED, Optional.empty(), "");
    }

    /**
     * Whether the drill of a claimed one began already: where a process died before it could note that, or a disk lost the
     * note, the drill's journal says so.
     */
    private boolean isBegun(Row row) {
        Optional<String> drill = starter.startedFor(row);
        if (drill.isPresent()) table.move(row, State.CLAIMED, State.STARTED, drill, "");
        return drill.isPresent();
    }

    /** Sets the alarms of a planned one. */
    @Override
    public void wind(Row row) {
        for (Due.Kind kind : Due.Kind.values()) alarm.set(row.due(kind), moment(row, kind));
    }

    @Override
    public void cancel(Row row) {
        for (Due.Kind kind : Due.Kind.values()) alarm.cancel(row.due(kind));
    }

    private void ring(Due due) {
        try {
            table.find(due.schedule(), due.planned())
                    .filter(row -> row.state() == State.PLANNED && drills.containsKey(row.schedule()))
                    .ifPresent(row -> decide(row, due.kind()));
        } catch (RuntimeException e) {
            LOG.error("schedule '{}', and once more in {}: {}", due.schedule(), AGAIN, e.getMessage(), e);
            alarm.set(due, clock.instant().plus(AGAIN));
        }
    }

    private void decide(Row row, Due.Kind kind) {
        if (clock.instant().isBefore(moment(row, kind))) alarm.set(row.due(kind), moment(row, kind)); // rang early
        else if (kind != Due.Kind.START) tell(row, kind);
        else startOrNot(row);
    }

    private Instant moment(Row row, Due.Kind kind) {
        return row.start().minus(drills.get(row.schedule()).lead(kind));
    }

    private void tell(Row row, Due.Kind kind) {
        // where the reminder is due as well, it tells all
        boolean isOver = kind == Due.Kind.ANNOUNCE
                ? !clock.instant().isBefore(moment(row, Due.Kind.REMIND))
                : clock.instant().isAfter(row.start());
        if (isOver || pauses.isPaused(row.schedule())) return;
        table.atOnce(() -> {
            if (table.tell(row, kind)) telling.comes(row, zone(row), kind);
        });
    }

    private void startOrNot(Row row) {
        ScheduledDrill drill = drills.get(row.schedule());
        Optional<String> tooLate = drill.tooLate(row.start(), clock.instant());
        if (tooLate.isPresent()) miss(row, tooLate.get());
        else if (pauses.isPaused(row.schedule()))
            table.move(row, State.PLANNED, State.SKIPPED, Optional.empty(), "paused");
        else if (table.claim(row)) startUnlessBegun(row);
        filling.fill(drill).forEach(this::wind);
    }

    /** Where that cannot be known now, it is asked once more, until it is too late. */
    private void startUnlessBegun(Row row) {
        try {
            if (!isBegun(row)) starting.execute(() -> start(row));
        } catch (DrillException e) {
            again(row, e);
        }
    }

    private void miss(Row row, String late) {
        String why = late + (row.detail().isEmpty() ? "" : ": " + row.detail());
        table.atOnce(() -> {
            if (table.move(row, State.PLANNED, State.MISSED, Optional.empty(), why))
                telling.missed(row, zone(row), next(row));
        });
    }

    private ZoneId zone(Row row) {
        return drills.get(row.schedule()).schedule().zone();
    }

    private List<Instant> next(Row row) {
        return drills.get(row.schedule()).schedule().next(clock.instant(), Telling.DATES).stream()
                .map(Occurrence::start)
                .toList();
    }

    private void start(Row row) {
        try {
            started(row, starter.start(row, drills.get(row.schedule()).rehearsal()));
        } catch (Busy e) {
            again(row, e); // its turn comes when the other drill is over
        } catch (DrillException e) {
            refuse(row, State.CLAIMED, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("a defect while starting {}", row.key(), e);
            refuse(row, State.CLAIMED, "a defect in Drillbook: " + e);
        }
    }

    /** Soon, if that is within its grace. */
    private void again(Row row, DrillException why) {
        if (table.move(row, State.CLAIMED, State.PLANNED, Optional.empty(), why.getMessage()))
            alarm.set(row.due(Due.Kind.START), clock.instant().plus(AGAIN));
    }

    /** Where that cannot be noted, it stays claimed: at the next start its drill's journal says that it began. */
    private void started(Row row, Starter.Begun begun) {
        try {
            table.atOnce(() -> {
                table.move(row, State.CLAIMED, State.STARTED, Optional.of(begun.drill()), "");
                telling.starts(row, begun.drill());
            });
        } catch (DrillException e) {
            LOG.error("{} runs as drill {}, which is not noted: {}", row.key(), begun.drill(), e.getMessage());
        }
        begun.refusal().thenAccept(why -> why.ifPresent(text -> refuse(row, State.STARTED, text)));
    }

    /** Players are told that it did not start; why may give the answer away, and is for who asks the history. */
    private void refuse(Row row, State from, String why) {
        LOG.warn("{} did not start: {}", row.key(), why);
        Optional<String> drill = table.find(row.schedule(), row.planned()).flatMap(Row::drill);
        table.atOnce(() -> {
            if (table.move(row, from, State.REFUSED, drill, why)) telling.refused(row);
        });
    }

    @Override
    public void close() {
        alarm.close();
    }
}
