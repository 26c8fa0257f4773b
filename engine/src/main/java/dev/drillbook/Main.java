package dev.drillbook;

import dev.drillbook.cli.Cli;
import dev.drillbook.cli.Workplace;
import dev.drillbook.control.Door;
import dev.drillbook.control.Home;
import dev.drillbook.practice.PracticeCommand;
import dev.drillbook.practice.PracticeStack;
import dev.drillbook.schedule.ScheduleCommand;
import dev.drillbook.script.Library;
import dev.drillbook.script.Scripts;
import dev.drillbook.slack.SlackCommand;
import dev.drillbook.web.ControlServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Wires the house by hand: which rooms there are, and what each is given. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // before the first HTTP server: without it each small answer waits for an acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // and one that trickles in must not hold a thread for ever: seconds
        System.setProperty("sun.net.httpserver.maxReqTime", "20");
        // before the first logger: what serves is read by machines, from what starts it on
        if (Arrays.asList(arguments).contains("serve"))
            System.setProperty("logback.configurationFile", "logback-serve.xml");
        Home home = new Home(Path.of(System.getProperty("drillbook.home", ".")));
        System.exit(cli(home).run(arguments));
    }

    /** Every command there is. */
    static Cli cli(Home home) {
        PracticeStack practice = new PracticeStack(home.folder());
        Workplace place = new Workplace(
                home,
                new Library(home.runbooks(), new Scripts()),
                () -> new Installation(home, practice).drills(),
                List.<Door>of(ControlServer::start),
                () -> new Installation(home, practice).serving(),
                () -> new Installation(home, practice).check(),
                Version.text());
        Map<String, Supplier<?>> more = new LinkedHashMap<>(); // in the order in which help lists them
        more.put("practice", () -> new PracticeCommand(practice));
        more.put(
                "schedule",
                () -> new ScheduleCommand(() -> new Installation(home, practice).planning(), Clock.systemUTC()));
        more.put("slack", () -> new SlackCommand(() -> new Installation(home, practice).settings()));
        return new Cli(place, more);
    }
}
