package dev.drillbook.slack;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.methods.SlackApiException;
import dev.drillbook.FreePort;
import dev.drillbook.control.Database;
import dev.drillbook.control.Drills;
import dev.drillbook.control.Gate;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Notices;
import dev.drillbook.control.Workshop;
import dev.drillbook.script.Library;
import dev.drillbook.script.Scripts;
import dev.drillbook.slack.SlackSettings.Layout;
import dev.drillbook.slack.SlackSettings.Mode;
import dev.drillbook.slack.loopback.Actor;
import dev.drillbook.slack.loopback.Channel;
import dev.drillbook.slack.loopback.Delivery;
import dev.drillbook.slack.loopback.Message;
import dev.drillbook.slack.loopback.SlackOnLoopback;
import dev.drillbook.timeline.Claim;
import dev.drillbook.timeline.Timeline;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A workspace with two people and a guest, a small real service to drill, and the door between them. */
final class Floor implements AutoCloseable {
    final SlackOnLoopback slack = SlackOnLoopback.start();
    final Actor ann = slack.joins("U1", "ann");
    final Actor bob = slack.joins("U2", "bob");
    final Channel channel = slack.opens("drills");
    final Workshop workshop;
    final Drills drills;
    private Duration latest = Duration.ofSeconds(15);
    private AutoCloseable door = () -> {};
    private Telling.Maker teller = Telling.Maker.SILENCE;
    private Optional<Database> database = Optional.empty();

    Floor(Path folder) throws IOException {
        this(folder, Gate.OPEN);
    }

    Floor(Path folder, Gate rules) throws IOException {
        slack.subscribes("pin_added");
        slack.waits(Duration.ofSeconds(20));
        workshop = new Workshop(folder).under(rules);
        drills = workshop.drills();
    }

    /** Whatever the disk does, all that comes is acknowledged as soon as {@code serve} does it. */
    Floor hurries() {
        latest = Settling.LATEST;
        return this;
    }

    /** Drills are told, too. */
    Floor tells() {
        Database opened = Database.open(workshop.home().state());
        database = Optional.of(opened);
        Notices notices = new Notices(opened, Clock.systemUTC());
        teller = (methods, settings, drills) -> new Storyteller(methods, settings, drills, notices, opened);
        return this;
    }

    SlackSettings settings(Mode mode) {
        return new SlackSettings(
                mode,
                slack.botToken(),
                Optional.of(slack.appToken()),
                Optional.of(slack.signingSecret()),
                Set.of(slack.teamId()),
                List.of(channel.id()),
                Layout.THREAD,
                Set.of(),
                new InetSocketAddress("127.0.0.1", 0),
                URI.create(slack.methodsAddress()));
    }

    /** By Socket Mode, connected when it returns. */
    Floor open() {
        opensWhileAway();
        slack.line().awaits(1);
        says(ann, "help"); // greeted, too
        return this;
    }

    void opensWhileAway() {
        door = door(settings(Mode.SOCKET)).open(drills);
    }

    /** By Socket Mode, with other settings. */
    void openWith(UnaryOperator<SlackSettings> other) {
        door = door(other.apply(settings(Mode.SOCKET))).open(drills);
        slack.line().awaits(1);
    }

    /** By HTTP mode. @return where Slack calls */
    URI opensForRequests() throws IOException {
        int port = FreePort.next();
        SlackSettings old = settings(Mode.HTTP);
        door = door(new SlackSettings(
                        old.mode(),
                        old.botToken(),
                        old.appToken(),
                        old.signingSecret(),
                        old.workspaces(),
                        old.channels(),
                        old.place(),
                        old.guests(),
                        new InetSocketAddress("127.0.0.1", port),
                        old.api()))
                .open(drills);
        URI address = URI.create("http://127.0.0.1:" + port + RequestWay.PATH);
        slack.delivers(address);
        return address;
    }

    SlackDoor door(SlackSettings settings) {
        Library library = new Library(workshop.home().runbooks(), new Scripts());
        return new SlackDoor(settings, workshop.home(), library, teller, latest, Clock.systemUTC());
    }

    LiveDrill starts() {
        return drills.start(Workshop.run(), words -> {});
    }

    /** A message of the app's with one button. */
    Message offers(Action action) {
        try {
            var answer = Outside.slack(URI.create(slack.methodsAddress()))
                    .methods(slack.botToken())
                    .chatPostMessage(request -> request.channel(channel.id())
                            .text("a button")
                            .blocks(List.of(actions(row -> row.elements(List.of(button(one -> one.actionId(action.id())
                                    .value(action.value())
                                    .text(plainText(action.verb().word())))))))));
            return channel.message(answer.getTs()).orElseThrow();
        } catch (IOException | SlackApiException e) {
            throw new AssertionError(e);
        }
    }

    /** What they are told at once. */
    String says(Actor who, String line) {
        return who.types("/drill " + line, channel).says();
    }

    /** What they are told in the end, after a first answer. */
    String says(Delivery delivery, int answers) {
        slack.until(() -> delivery.seen().size() >= answers, answers + " answers to " + delivery.payload());
        return delivery.seen().get(answers - 1);
    }

    /** Waits until they were told that: what is known at once is all that is told, and answers may cross on their ways. */
    void hears(Delivery delivery, String... words) {
        slack.until(
                () -> Stream.of(words).allMatch(String.join("\n", delivery.seen())::contains),
                List.of(words) + " in answer to " + delivery.payload());
    }

    static List<Claim> claims(LiveDrill drill) {
        return claims(drill.timeline());
    }

    static List<Claim> claims(Timeline timeline) {
        return timeline.entries().stream()
                .filter(entry -> entry.what() instanceof Claim)
                .map(entry -> (Claim) entry.what())
                .toList();
    }

    @Override
    public void close() throws IOException {
        drills.end("the test is over");
        close(door);
        database.ifPresent(Database::close);
        workshop.close();
        slack.close();
    }

    private static void close(AutoCloseable door) throws IOException {
        try {
            door.close();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    static void until(java.util.function.BooleanSupplier what, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!what.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("it did not happen in " + patience);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }
}
