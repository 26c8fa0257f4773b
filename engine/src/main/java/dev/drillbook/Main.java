package dev.drillbook;

import dev.drillbook.cli.Cli;
import dev.drillbook.cli.Workplace;
import dev.drillbook.control.Door;
import dev.drillbook.control.Drills;
import dev.drillbook.control.Environments;
import dev.drillbook.control.Home;
import dev.drillbook.control.Reporting;
import dev.drillbook.drill.DrillClock;
import dev.drillbook.practice.PracticeCommand;
import dev.drillbook.practice.PracticeStack;
import dev.drillbook.script.Library;
import dev.drillbook.script.Scripts;
import dev.drillbook.web.ControlServer;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Wires the house by hand: which rooms there are, and what each is given. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // before the first HTTP server: without it each small answer waits for an acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Home home = new Home(Path.of(System.getProperty("drillbook.home", ".")));
        Library library = new Library(home.runbooks(), new Scripts());
        PracticeStack practice = new PracticeStack(home.folder());
        Workplace place = new Workplace(
                home,
                library,
                () -> drills(home, library, practice),
                List.<Door>of(ControlServer::start),
                Version.text());
        System.exit(new Cli(place, Map.of("practice", () -> new PracticeCommand(practice))).run(arguments));
    }

    private static Drills drills(Home home, Library library, PracticeStack practice) {
        return new Drills(
                home,
                library::load,
                new Environments(List.of(practice)),
                new Reporting(home.templates()),
                ZoneId.systemDefault(),
                Version.text(),
                DrillClock.system());
    }
}
