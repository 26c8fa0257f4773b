package dev.drillbook.slack;

import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import dev.drillbook.control.Database;
import dev.drillbook.control.Door;
import dev.drillbook.control.Drills;
import dev.drillbook.control.Home;
import dev.drillbook.control.Notices;
import dev.drillbook.script.Library;
import dev.drillbook.settings.Setting;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slack as a door of {@code drillbook serve}. */
public final class SlackDoor implements Door {
    private static final Logger LOG = LoggerFactory.getLogger(SlackDoor.class);

    private final SlackSettings settings;
    private final Home home;
    private final Library library;
    private final Telling.Maker teller;
    private final Duration latest;
    private final Clock clock;

    /** @param latest how long after it came something is acknowledged, whatever holds it up */
    SlackDoor(SlackSettings settings, Home home, Library library, Telling.Maker teller, Duration latest, Clock clock) {
        this.settings = settings;
        this.teller = teller;
        this.home = home;
        this.library = library;
        this.latest = latest;
        this.clock = clock;
    }

    /** @param root of {@code drillbook.yaml}; empty when it says nothing of Slack. A mistake is told at its place */
    public static Optional<Door> of(
            Setting root, Home home, Library library, Notices notices, Database database, Clock clock) {
        Telling.Maker teller =
                (methods, settings, drills) -> new Storyteller(methods, settings, drills, notices, database);
        return SlackSettings.of(root).map(slack -> new SlackDoor(slack, home, library, teller, Settling.LATEST, clock));
    }

    /** Tells the mistakes of its part, and nothing else. */
    public static void check(Setting root) {
        SlackSettings.of(root);
    }

    @Override
    public AutoCloseable open(Drills drills) {
        Slack slack = Outside.slack(settings.api());
        MethodsClient methods = slack.methods(settings.botToken());
        Telling telling = teller.make(methods, settings, drills);
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread daemon = new Thread(work, "slack's errands");
            daemon.setDaemon(true);
            return daemon;
        });
        Which which = new Which(drills, telling);
        Reception reception = new Reception(
                slack,
                new People(methods, threads, clock),
                new Admission(settings, telling),
                new Slash(which, new Words(drills, home, library, threads)),
                new Clicks(which),
                new Pins(which));
        Line line = new Line(reception, new Whispers(slack.getHttpClient(), threads), latest, clock);
        List<AutoCloseable> open =
                new ArrayList<>(List.of(line, telling, threads::shutdownNow, () -> Outside.close(slack)));
        try {
            open.add(0, way(slack, reception, line));
            telling.start();
        } catch (RuntimeException e) {
            closeAll(open);
            throw e;
        }
        return () -> closeAll(open);
    }

    /** Each, whatever becomes of the others. */
    private static void closeAll(List<AutoCloseable> open) {
        for (AutoCloseable one : open) {
            try {
                one.close();
            } catch (Exception e) {
                LOG.warn("Slack: while closing", e);
            }
        }
    }

    private AutoCloseable way(Slack slack, Reception reception, Line line) {
        return switch (settings.mode()) {
            case SOCKET -> SocketWay.open(slack, settings.appToken().orElseThrow(), reception, line);
            case HTTP ->
                RequestWay.open(settings.listen(), settings.signingSecret().orElseThrow(), reception, line);
        };
    }
}
