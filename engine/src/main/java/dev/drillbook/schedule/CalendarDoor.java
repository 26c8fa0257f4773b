package dev.drillbook.schedule;

import dev.drillbook.calendar.CalendarSettings;
import dev.drillbook.control.Database;
import dev.drillbook.control.Door;
import dev.drillbook.control.Drills;
import dev.drillbook.control.Gate;
import dev.drillbook.control.Notices;
import dev.drillbook.control.Planning;
import dev.drillbook.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The calendar of one installation: what it plans, and the starting of it. */
public final class CalendarDoor implements Door {
    private static final Duration TO_GIVE_UP = Duration.ofMinutes(1);

    private final Map<String, ScheduledDrill> drills;
    private final Database database;
    private final Gate gate;
    private final Clock clock;
    private final Occurrences table;
    private final Pauses pauses;

    private CalendarDoor(Map<String, ScheduledDrill> drills, Database database, Gate gate, Clock clock) {
        this.drills = drills;
        this.database = database;
        this.gate = gate;
        this.clock = clock;
        this.table = new Occurrences(database, clock);
        this.pauses = new Pauses(database, clock);
    }

    /**
     * @param settings mistakes in its schedules are told there
     * @param database with the state's tables
     * @param gate asked when people change what is planned
     */
    public static CalendarDoor of(
            Settings settings, CalendarSettings calendar, Database database, Gate gate, Clock clock) {
        return new CalendarDoor(
                ScheduleSettings.of(settings.root(), calendar, settings.written()), database, gate, clock);
    }

    /** Tells the mistakes of the schedules, and nothing else. */
    public static void check(Settings settings, CalendarSettings calendar) {
        ScheduleSettings.of(settings.root(), calendar, settings.written());
    }

    /** What is planned, where no serve runs: the table alone, without alarms and without a word to anybody. */
    public Planning planning() {
        Filling filling = new Filling(table, clock);
        filling.followAhead(drills);
        drills.values().forEach(filling::fill);
        return desk(Desk.Alarms.NONE);
    }

    @Override
    public AutoCloseable open(Drills where) {
        ExecutorService starting = Executors.newCachedThreadPool(work -> new Thread(work, "planned start"));
        Timetable timetable = new Timetable(
                drills,
                table,
                pauses,
                new QuartzAlarm(database.source()),
                new DrillStarter(where),
                new Telling(new Notices(database, clock)),
                clock,
                starting);
        where.plansWith(desk(timetable));
        timetable.open();
        return () -> {
            timetable.close();
            starting.shutdown();
            // a start that waits for its environment gives its claim back, for which it needs the state
            starting.awaitTermination(TO_GIVE_UP.toSeconds(), TimeUnit.SECONDS);
        };
    }

    private Desk desk(Desk.Alarms alarms) {
        return new Desk(drills, table, pauses, alarms, gate, clock);
    }
}
