package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.control.LiveDrill;
import dev.drillbook.slack.loopback.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slack waits for three seconds, a disk sometimes longer: nobody is told that something is recorded before it is. */
class SlowDiskTest {
    private static final Duration SLACKS_PATIENCE = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    private Floor floor;

    @BeforeEach
    void open() throws IOException {
        floor = new Floor(folder).hurries();
    }

    @AfterEach
    void close() throws IOException {
        assertThat(floor.slack.refused()).isEmpty();
        floor.close();
    }

    @Test
    void it_is_told_honestly_and_in_time_and_the_claim_follows() throws Exception {
        LiveDrill drill = floor.open().starts();
        // a machine that stalls makes an ack late, which says nothing of ours: it does not stall each time
        assertThat(Stream.of("first note", "second note", "third note").anyMatch(note -> isInTime(drill, note)))
                .as("an ack of three within %s", SLACKS_PATIENCE)
                .isTrue();
    }

    private boolean isInTime(LiveDrill drill, String note) {
        Delivery slow;
        try (BusyLoop loop = BusyLoop.of(drill)) {
            slow = floor.ann.types("/drill note " + note, floor.channel);
            assertThat(slow.says()).startsWith("not recorded yet");
            assertThat(loop).isNotNull();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        isRecorded(slow);
        assertThat(journal(drill)).contains(note);
        return slow.answered().latency().compareTo(SLACKS_PATIENCE) < 0;
    }

    private String journal(LiveDrill drill) {
        try {
            return Files.readString(folder.resolve("reports/" + drill.id() + "/journal.jsonl"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void it_keeps_nobody_else_from_an_answer() throws Exception {
        LiveDrill drill = floor.open().starts();
        try (BusyLoop loop = BusyLoop.of(drill)) {
            floor.hears(floor.ann.types("/drill status", floor.channel), "Drill " + drill.id());
            assertThat(floor.says(floor.ann, "note slow")).startsWith("not recorded yet");
            assertThat(floor.says(floor.bob, "abort")).startsWith("not recorded yet");
            assertThat(loop).isNotNull();
        }
        drill.finished().join();
        floor.slack.settles();
        assertThat(floor.slack.deliveries())
                .allMatch(delivery -> delivery.failure().isEmpty());
    }

    @Test
    void a_pin_is_acknowledged_only_once_it_is_durable() throws Exception {
        LiveDrill drill = floor.open().starts();
        floor.slack.waits(SLACKS_PATIENCE);
        Delivery pin;
        try (BusyLoop loop = BusyLoop.of(drill)) {
            floor.ann.pins(floor.bob.writes("slow", floor.channel));
            pin = floor.slack.deliveries("pin_added").findFirst().orElseThrow();
            floor.slack.until(() -> pin.times() > 1, "the pin again");
            assertThat(pin.acks()).isEmpty();
            assertThat(loop).isNotNull();
        }
        pin.answered();
        assertThat(Floor.claims(drill)).hasSize(1);
    }

    @Test
    void it_is_told_honestly_by_http_too() throws Exception {
        floor.opensForRequests();
        LiveDrill drill = floor.starts();
        Delivery slow;
        try (BusyLoop loop = BusyLoop.of(drill)) {
            slow = floor.ann.types("/drill note slow", floor.channel);
            assertThat(slow.says()).startsWith("not recorded yet");
            assertThat(loop).isNotNull();
        }
        isRecorded(slow);
    }

    private void isRecorded(Delivery said) {
        floor.slack.until(() -> said.seen().contains("recorded"), "the word that it is recorded");
    }
}
