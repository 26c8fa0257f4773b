package dev.drillbook.schedule;

import dev.drillbook.calendar.CalendarSettings;
import dev.drillbook.calendar.WorkingTime;
import dev.drillbook.control.Database;
import dev.drillbook.control.Gate;
import dev.drillbook.control.Notices;
import dev.drillbook.control.Planning;
import dev.drillbook.drill.HandClock;
import dev.drillbook.environment.Permissions;
import dev.drillbook.runbook.Busy;
import dev.drillbook.runbook.Refused;
import dev.drillbook.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A real calendar on a real database, with a clock and an alarm that a test turns. */
final class TestCalendar implements AutoCloseable {
    final HandClock clock;
    final List<String> started = new ArrayList<>();
    final List<String> startedOn = new ArrayList<>();
    private final Path folder;
    private Database database;
    private HandAlarm alarm;
    private Timetable timetable;
    private Desk desk;
    private Occurrences table;
    private String yaml;
    private Optional<String> laterRefusal = Optional.empty();
    private Instant written;
    private Instant busyUntil = Instant.MIN;
    private Instant unreadUntil = Instant.MIN;
    private Optional<String> refusal = Optional.empty();
    private Gate gate = Gate.OPEN;

    TestCalendar(Path folder, String now, String yaml) {
        this.folder = folder;
        this.clock = new HandClock(Instant.parse(now));
        this.yaml = yaml;
        this.written = clock.instant();
        open();
    }

    private void open() {
        Settings settings = Settings.of(Settings.FILE, yaml, written);
        Map<String, ScheduledDrill> drills =
                ScheduleSettings.of(settings.root(), new CalendarSettings(settings.root(), folder), settings.written());
        settings.check();
        database = Database.open(folder);
        alarm = new HandAlarm();
        table = new Occurrences(database, clock);
        Pauses pauses = new Pauses(database, clock);
        timetable = new Timetable(
                drills,
                table,
                pauses,
                alarm,
                starter(),
                new Telling(new Notices(database, clock)),
                clock,
                Runnable::run);
        desk = new Desk(drills, table, pauses, timetable, gate, clock);
        timetable.open();
    }

    private Starter starter() {
        return new Starter() {
            @Override
            public Begun start(Row row, boolean rehearsal) {
                if (clock.instant().isBefore(busyUntil)) throw new Busy("another drill is running");
                refusal.ifPresent(why -> {
                    throw new Refused(why);
                });
                started.add(row.key() + " at " + clock.instant());
                startedOn.add(row.runbook() + " on " + row.environment());
                return new Begun("drill-" + started.size(), CompletableFuture.completedFuture(laterRefusal));
            }

            @Override
            public Optional<String> startedFor(Row row) {
                if (clock.instant().isBefore(unreadUntil)) throw new Refused("cannot look into reports");
                return started.stream().anyMatch(key -> key.startsWith(row.key() + " at "))
                        ? Optional.of("drill-found")
                        : Optional.empty();
            }
        };
    }

    /** On this environment only that person may start drills from now on. */
    void letsRunOnly(String environment, String who) {
        Permissions only = new Permissions(Set.of(who), Set.of(), false);
        gate = new Gate(Map.of(environment, only), WorkingTime.USUAL, question -> {
            throw new IllegalStateException("nothing needs an approval");
        });
        readsAgain(yaml);
    }

    /** Until then nobody can tell which drills began. */
    void isUnreadUntil(String moment) {
        unreadUntil = Instant.parse(moment);
    }

    /** Another drill has the environment until then. */
    void isBusyUntil(String moment) {
        busyUntil = Instant.parse(moment);
    }

    /** Drills begin from now on, and are refused by their steady state. */
    void refusesLater(String why) {
        laterRefusal = Optional.of(why);
    }

    /** Drills are refused from now on. */
    void refuses(String why) {
        refusal = Optional.of(why);
    }

    /** The machine is switched off, and on again at that moment. */
    void isOffUntil(String moment) {
        close();
        clock.turnTo(Instant.parse(moment));
        open();
        alarm.ringUntil(clock.instant());
    }

    /** The machine is switched off, the file is changed at once, and the machine is on again at that moment. */
    void isOffUntil(String moment, String changed) {
        yaml = changed;
        written = clock.instant();
        isOffUntil(moment);
    }

    /** Switched off, the file changed, and somebody looks at it where no serve runs. */
    void isLookedAtUntil(String moment, String changed) {
        close();
        clock.turnTo(Instant.parse(moment));
        Settings settings = Settings.of(Settings.FILE, changed, clock.instant());
        try (Database seen = Database.open(folder)) {
            CalendarDoor.of(settings, new CalendarSettings(settings.root(), folder), seen, Gate.OPEN, clock)
                    .planning()
                    .next(1);
        }
        open();
    }

    /** Starts again with another file. */
    void readsAgain(String changed) {
        isOffUntil(clock.instant().toString(), changed);
    }

    /** Turns the clock, and stops at each alarm on the way. */
    void passesTo(String moment) {
        Instant end = Instant.parse(moment);
        for (Optional<Instant> next = alarm.next();
                next.filter(at -> !at.isAfter(end)).isPresent();
                next = alarm.next()) {
            if (next.get().isAfter(clock.instant())) clock.turnTo(next.get());
            alarm.ringUntil(clock.instant());
        }
        clock.turnTo(end);
    }

    void passes(Duration time) {
        passesTo(clock.instant().plus(time).toString());
    }

    HandAlarm alarm() {
        return alarm;
    }

    Planning desk() {
        return desk;
    }

    Occurrences table() {
        return table;
    }

    /** What people were told, each with its moment. */
    List<String> told() {
        return new Notices(database, clock)
                .after(0).stream()
                        .map(notice -> notice.at() + " " + notice.kind())
                        .toList();
    }

    /** The same, as they read it. */
    List<String> toldInWords() {
        return new Notices(database, clock)
                .after(0).stream().map(Notices.Notice::text).toList();
    }

    /** What became of everything that is over, the earliest first. */
    List<String> past() {
        List<String> past = new ArrayList<>();
        desk.history(1000).forEach(one -> past.add(0, one.schedule() + " " + one.planned() + " " + one.state()));
        return past;
    }

    @Override
    public void close() {
        timetable.close();
        database.close();
    }
}
