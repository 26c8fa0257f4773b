package dev.drillbook;

import dev.drillbook.calendar.CalendarSettings;
import dev.drillbook.control.Approvals;
import dev.drillbook.control.Collector;
import dev.drillbook.control.Database;
import dev.drillbook.control.Debts;
import dev.drillbook.control.Door;
import dev.drillbook.control.Drills;
import dev.drillbook.control.EnvironmentSettings;
import dev.drillbook.control.Environments;
import dev.drillbook.control.Gate;
import dev.drillbook.control.Home;
import dev.drillbook.control.Notices;
import dev.drillbook.control.Reporting;
import dev.drillbook.control.Served;
import dev.drillbook.control.Serving;
import dev.drillbook.drill.DrillClock;
import dev.drillbook.environment.Stack;
import dev.drillbook.practice.PracticeStack;
import dev.drillbook.schedule.CalendarDoor;
import dev.drillbook.schedule.ScheduleCommand.OpenPlanning;
import dev.drillbook.script.Library;
import dev.drillbook.script.Scripts;
import dev.drillbook.settings.Setting;
import dev.drillbook.settings.Settings;
import dev.drillbook.slack.SlackDoor;
import dev.drillbook.undo.GuardPost;
import dev.drillbook.undo.GuardSettings;
import dev.drillbook.web.ServeDoor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One installation as its {@code drillbook.yaml} wishes it. Making one reads the file; nothing else is opened before it
 * is used.
 */
final class Installation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

    private final Home home;
    private final PracticeStack practice;
    private final Settings settings;
    private final CalendarSettings calendar;
    private final EnvironmentSettings environments;
    private final DrillClock clock = DrillClock.system();
    private final Reporting reporting;
    private final Library library;
    private Database database;

    Installation(Home home, PracticeStack practice) {
        this.home = home;
        this.practice = practice;
        this.settings = Settings.read(home.settings());
        this.calendar = new CalendarSettings(settings.root(), home.folder());
        this.environments = new EnvironmentSettings(settings.root());
        this.reporting = new Reporting(home.templates());
        this.library = new Library(home.runbooks(), new Scripts());
    }

    /** @throws dev.drillbook.runbook.Invalid with all of the file's mistakes */
    void check() {
        SlackDoor.check(settings.root()); // its tokens need to be there for those who serve, and nobody else
        checkDrills();
    }

    private void checkDrills() {
        ServeDoor.of(settings.root(), home);
        CalendarDoor.check(settings, calendar);
        Environments stacks = stacks(); // what is wrong in a rule must be told, for the rule is not there then
        for (Setting schedule : entries("schedules")) {
            schedule.get("runbook").ifPresent(id -> id.as(library::file));
            schedule.get("environment").ifPresent(name -> name.as(stacks::stack));
        }
        calendar.workingTime();
        GuardSettings.of(settings.root());
        settings.check();
    }

    /** The whole file. @throws dev.drillbook.runbook.Invalid with all of its mistakes */
    Setting settings() {
        check();
        return settings.root();
    }

    private Collection<Setting> entries(String key) {
        return settings.root().get(key).map(Setting::entries).orElse(Map.of()).values();
    }

    private Environments stacks() {
        List<Stack> stacks = new ArrayList<>(environments.stacks(Set.of(practice.name())));
        stacks.add(practice);
        return new Environments(stacks, environments.limits());
    }

    Drills drills() {
        checkDrills();
        return new Drills(
                home,
                library::load,
                stacks(),
                gate(),
                GuardPost.in(home.locks(), GuardSettings.of(settings.root())),
                reporting,
                calendar.zone(),
                Version.text(),
                clock);
    }

    private Gate gate() {
        return new Gate(environments.permissions(), calendar.workingTime(), this::askApprovals);
    }

    /** The calendar's table: asked of the serve that runs here, or else read by ourselves. */
    OpenPlanning planning() {
        Optional<Served> serve = Served.find(home);
        if (serve.isPresent()) return OpenPlanning.of(serve.get().planning(), () -> {});
        checkDrills();
        return OpenPlanning.of(calendarDoor().planning(), this::close);
    }

    Serving serving() {
        List<String> settled = settle();
        ServeDoor.check(settings.root());
        check();
        Drills drills = drills();
        Notices notices = new Notices(database(), clock.wall());
        settled.forEach(line -> notices.tell("interrupted", line));
        List<Door> doors = doors(notices);
        return new Serving() {
            @Override
            public Drills drills() {
                return drills;
            }

            @Override
            public List<Door> doors() {
                return doors;
            }

            @Override
            public void close() {
                Installation.this.close();
            }
        };
    }

    /** Before anything that may refuse: a fault that is still there comes first. */
    private List<String> settle() {
        List<String> settled = new ArrayList<>();
        debts().settleAll(settled::add);
        settled.forEach(LOG::warn);
        return settled;
    }

    private Debts debts() {
        return new Debts(home, reporting, clock);
    }

    /** Opens the state for one question, unless it is open for longer. */
    private void askApprovals(Consumer<Approvals> question) {
        boolean isOpen = database != null;
        try {
            question.accept(new Approvals(database(), clock.wall()));
        } finally {
            if (!isOpen) close();
        }
    }

    private List<Door> doors(Notices notices) {
        List<Door> doors = new ArrayList<>(
                List.of(ServeDoor.of(settings.root(), home), new Collector(debts(), notices, clock.wall())));
        SlackDoor.of(settings.root(), home, library, notices, database(), clock.wall())
                .ifPresent(doors::add);
        doors.add(calendarDoor()); // the last: it may start a drill at once, which all others are to see
        return doors;
    }

    private CalendarDoor calendarDoor() {
        return CalendarDoor.of(settings, calendar, database(), gate(), clock.wall());
    }

    private synchronized Database database() {
        if (database == null) database = Database.open(home.state());
        return database;
    }

    @Override
    public synchronized void close() {
        if (database != null) database.close();
        database = null;
    }
}
