package dev.drillbook.schedule;

import dev.drillbook.calendar.CalendarSettings;
import dev.drillbook.control.Database;
import dev.drillbook.control.Debts;
import dev.drillbook.control.Drills;
import dev.drillbook.control.EnvironmentSettings;
import dev.drillbook.control.Environments;
import dev.drillbook.control.Gate;
import dev.drillbook.control.Home;
import dev.drillbook.control.Notices;
import dev.drillbook.control.Reporting;
import dev.drillbook.drill.DrillClock;
import dev.drillbook.drill.HandClock;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.script.Library;
import dev.drillbook.script.Scripts;
import dev.drillbook.settings.Settings;
import dev.drillbook.undo.GuardPost;
import dev.drillbook.undo.GuardSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * A process of its own that serves a calendar as {@code drillbook serve} does, but for its clock: a line {@code turn
 * INSTANT} on its standard input turns it. It says {@code ready}, and {@code claimed}, {@code started} or {@code refused} with the
 * occurrence.
 */
final class CalendarInTestClock {
    /** Between a start and the note of it: whoever hears of the start has time to kill it there. */
    private static final Duration TO_BE_KILLED = Duration.ofMillis(100);

    private CalendarInTestClock() {}

    /** @param arguments its home, and the moment at which it begins */
    public static void main(String[] arguments) throws IOException {
        Home home = new Home(Path.of(arguments[0]));
        HandClock clock = new HandClock(Instant.parse(arguments[1]));
        Settings settings = Settings.read(home.settings());
        Reporting reporting = new Reporting(home.templates());
        Drills drills = new Drills(
                home,
                new Library(home.runbooks(), new Scripts())::load,
                new Environments(new EnvironmentSettings(settings.root()).stacks(Set.of()), Map.of()),
                Gate.OPEN,
                GuardPost.in(home.locks(), GuardSettings.of(settings.root())),
                reporting,
                ZoneOffset.UTC,
                "test",
                DrillClock.system());
        new Debts(home, reporting, DrillClock.system()).settleAll(CalendarInTestClock::say);
        Database database = Database.open(home.state());
        HandAlarm alarm = new HandAlarm();
        Timetable timetable = new Timetable(
                ScheduleSettings.of(
                        settings.root(), new CalendarSettings(settings.root(), home.folder()), clock.instant()),
                new Occurrences(database, clock),
                new Pauses(database, clock),
                alarm,
                told(new DrillStarter(drills)),
                new Telling(new Notices(database, clock)),
                clock,
                Executors.newCachedThreadPool());
        timetable.open();
        alarm.ringUntil(clock.instant());
        say("ready");
        turn(clock, alarm);
    }

    private static Starter told(Starter starter) {
        return new Starter() {
            @Override
            public Begun start(Row row, boolean rehearsal) {
                say("claimed " + row.key());
                try {
                    Begun drill = starter.start(row, rehearsal);
                    say("started " + row.key());
                    LockSupport.parkNanos(TO_BE_KILLED.toNanos());
                    return drill;
                } catch (DrillException e) {
                    say("refused " + row.key());
                    throw e;
                }
            }

            @Override
            public Optional<String> startedFor(Row row) {
                return starter.startedFor(row);
            }
        };
    }

    private static void turn(HandClock clock, HandAlarm alarm) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            clock.turnTo(Instant.parse(line.substring("turn ".length())));
            alarm.ringUntil(clock.instant());
            say("turned");
        }
        System.exit(0);
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
