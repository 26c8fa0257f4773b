package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.control.LiveDrill;
import dev.drillbook.slack.loopback.Call;
import dev.drillbook.slack.loopback.Message;
import dev.drillbook.timeline.Claim;
import dev.drillbook.timeline.Happening.Injected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole door, at its usual pace, through one drill in which Slack fails in every way at once. */
@Tag("drills")
class SlackAtItsWorstTest {
    private static final int CUTS = 10;
    private static final Duration AWAY = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private Floor floor;

    @BeforeEach
    void open() throws IOException {
        floor = new Floor(folder).hurries().tells();
        floor.slack.waits(Duration.ofSeconds(3));
        Path runbook = floor.workshop.home().runbooks().resolve(LostOrders.ID + ".groovy");
        Files.writeString(
                runbook,
                LostOrders.TEXT
                        .replace("timeLimit   60.seconds", "timeLimit   10.minutes")
                        .replace("after 50.seconds unless", "after 9.minutes unless"));
        floor.open();
    }

    @AfterEach
    void close() throws IOException {
        floor.close();
    }

    @Test
    void the_drill_is_unaffected_and_the_channel_complete_and_in_order_at_the_end() throws IOException {
        floor.slack.faults().limitsEvery(3, (int) RETRY_AFTER.toSeconds());
        floor.ann.types("/drill run lost-orders on workshop", floor.channel);
        Floor.until(() -> floor.drills.running().size() == 1, PATIENCE);
        LiveDrill drill = floor.drills.running().get(0);

        List<String> said = new ArrayList<>();
        for (int cut = 1; cut <= CUTS; cut++) {
            if (cut == 1) floor.slack.faults().refusesNext("apps.connections.open", 1, "internal_error");
            floor.slack.line().cut();
            Floor.until(() -> floor.slack.line().sockets() == 1, PATIENCE);
            said.add("after cut " + cut);
            String note = said.get(said.size() - 1);
            // what is typed while the line is down is nobody's: Slack says so, and a person types again
            Floor.until(() -> isRecorded(drill, note), PATIENCE);
        }

        Instant left = Instant.now();
        floor.slack.line().away();
        Floor.until(() -> drill.timeline().all(Injected.class).size() == 2, PATIENCE);
        said.add("while Slack was away");
        drill.say("U1", dev.drillbook.control.Utterance.of("note while Slack was away", drill.zone(), Instant.now()));
        while (Instant.now().isBefore(left.plus(AWAY)))
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        Files.writeString(floor.workshop.config(), "# the service's own\nmode=good\n");
        drill.finished().join();
        Duration end = Duration.between(left, Instant.now());
        floor.slack.line().back();

        Seen seen = new Seen(drill, floor.channel);
        Floor.until(() -> floor.channel.files().size() == 5, PATIENCE);
        List<Call> calls = floor.slack.calls();
        List<Call> limited = calls.stream().filter(call -> call.status() == 429).toList();
        System.out.printf(
                "slack: the drill was over %d s after Slack left for %d s; %d calls, of which %d were one too many%n",
                end.toSeconds(), AWAY.toSeconds(), calls.size(), limited.size());
        assertThat(seen.steps()).isEqualTo(seen.expected());
        // what came though Slack had given up on it was typed, and is there, twice
        assertThat(notes(drill).stream().distinct()).containsExactlyElementsOf(said);
        assertThat(floor.channel.messages().stream()
                        .filter(message -> message.thread().isEmpty())
                        .map(Message::words))
                .singleElement()
                .asString()
                .contains("over: ");
        assertThat(floor.slack.refused()).isEmpty();
        assertThat(limited).isNotEmpty().allSatisfy(call -> assertThat(calls)
                .noneMatch(sooner -> sooner.method().equals(call.method())
                        && sooner.at().isAfter(call.at())
                        && sooner.at().isBefore(call.at().plus(RETRY_AFTER))));
    }

    private boolean isRecorded(LiveDrill drill, String note) {
        if (notes(drill).contains(note)) return true;
        floor.ann.types("/drill note " + note, floor.channel).says(); // or Slack says that nobody answers
        return notes(drill).contains(note);
    }

    private static List<String> notes(LiveDrill drill) {
        return Floor.claims(drill).stream()
                .map(claim -> ((Claim.Noted) claim).text())
                .toList();
    }
}
