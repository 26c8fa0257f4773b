package dev.drillbook.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import dev.drillbook.control.Database;
import dev.drillbook.control.Drills;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Notices;
import dev.drillbook.control.Start;
import dev.drillbook.control.Utterance;
import dev.drillbook.control.Workshop;
import dev.drillbook.settings.Settings;
import dev.drillbook.slack.loopback.Channel;
import dev.drillbook.slack.loopback.SlackOnLoopback;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Stamped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A small real service, drills of it in real time, a Slack on loopback, and a storyteller who tells them there. */
final class Stage implements AutoCloseable {
    /** Faster than Slack would like, but for the edits. */
    private static final Pace QUICK = new Pace(
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofMillis(50),
            Duration.ofMillis(400),
            Duration.ofMillis(50),
            Duration.ofMillis(50));

    final SlackOnLoopback slack = SlackOnLoopback.start();
    final Channel front;
    final Workshop workshop;
    final Drills drills;
    final Notices notices;
    private final Path folder;
    final Database database;
    private final SlackConfig config = new SlackConfig();
    private String layout = "thread";
    private Storyteller storyteller;

    Stage(Path folder) throws IOException {
        this.folder = folder;
        slack.joins("U1", "ann");
        front = slack.opens("drills");
        workshop = new Workshop(folder);
        Files.writeString(workshop.home().runbooks().resolve(LostOrders.ID + ".groovy"), LostOrders.TEXT);
        drills = workshop.drills();
        database = Database.open(folder.resolve(".drillbook"));
        notices = new Notices(database, Clock.systemUTC());
        config.setMethodsEndpointUrlPrefix(slack.methodsAddress());
    }

    Stage withChannels() {
        layout = "channel";
        return this;
    }

    /** To tell by hand. */
    Desk desk() {
        return new Desk(methods(), memory(), settings(), QUICK, Clock.systemUTC());
    }

    Memory memory() {
        return new Memory(database);
    }

    MethodsClient methods() {
        return Slack.getInstance(config).methods(slack.botToken());
    }

    /** From now on drills are told. */
    Stage opens() {
        return opens(methods());
    }

    Stage opens(MethodsClient methods) {
        storyteller = new Storyteller(methods, settings(), drills, notices, database, QUICK);
        storyteller.start();
        return this;
    }

    /** From now on nobody tells, as when the process ended. */
    void falls() {
        storyteller.close();
    }

    private SlackSettings settings() {
        try {
            Path token = Files.writeString(folder.resolve("token"), "xoxb-none");
            String text = String.join(
                    "\n",
                    "slack:",
                    "  bot-token: file:" + token,
                    "  app-token: file:" + token,
                    "  workspaces: [" + slack.teamId() + "]",
                    "  channels: [" + front.id() + "]",
                    "  drills-in: " + layout,
                    "");
            return SlackSettings.of(Settings.read(Files.writeString(folder.resolve("drillbook.yaml"), text))
                            .root())
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Ann starts a drill; returns once its fault is there. */
    LiveDrill breaks() {
        LiveDrill drill =
                drills.start(new Start(LostOrders.ID, "workshop", Map.of(), false, "U1", "slack"), words -> {});
        happens(drill, Happening.TookHold.class, 1);
        return drill;
    }

    void says(LiveDrill drill, String line) {
        drill.say("U1", Utterance.of(line, drill.zone(), Instant.now()));
    }

    /** Ann works it to its end. */
    void works(LiveDrill drill) {
        says(drill, "detected");
        says(drill, "hypothesis <!channel> is the *cause*");
        says(drill, "hypothesis the database");
        says(drill, "rule-out <!channel> is the *cause*");
        happens(drill, Happening.Injected.class, 2);
        says(drill, "role U1 incident commander");
        says(drill, "root-cause the file");
        repairs(drill);
    }

    /** Somebody puts it right, and the drill ends. */
    void repairs(LiveDrill drill) {
        try {
            Files.writeString(workshop.config(), "# the service's own\nmode=good\n");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        drill.finished().join();
    }

    <T extends Happening> List<Stamped<T>> happens(LiveDrill drill, Class<T> kind, int times) {
        slack.until(() -> drill.timeline().all(kind).size() >= times, times + " " + kind.getSimpleName());
        return drill.timeline().all(kind);
    }

    /** Waits until all of it is told. */
    void isTold(LiveDrill drill) {
        long until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!memory().story(drill.id()).has(Memory.END)) {
            if (System.nanoTime() > until) throw new AssertionError("waited in vain for the end of the story");
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        drills.end("the test is over");
        if (storyteller != null) storyteller.close();
        database.close();
        workshop.close();
        slack.close();
    }
}
