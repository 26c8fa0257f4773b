package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Workshop;
import dev.drillbook.slack.loopback.Ack;
import dev.drillbook.slack.loopback.Actor;
import dev.drillbook.slack.loopback.Delivery;
import dev.drillbook.timeline.Claim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five hundred commands, fifty a second, of which one in twenty comes twice. */
@Tag("drills")
class ManyCommandsTest {
    private static final int COMMANDS = 500;
    private static final Duration PACE = Duration.ofMillis(20);

    @TempDir
    private Path folder;

    private Floor floor;

    @BeforeEach
    void open() throws IOException {
        floor = new Floor(folder).hurries();
        Files.writeString(
                floor.workshop.runbook(), Workshop.text().replace("timeLimit   30.seconds", "timeLimit   5.minutes"));
        floor.open();
    }

    @AfterEach
    void close() throws IOException {
        floor.close();
    }

    @Test
    void every_ack_is_within_a_second_and_each_claim_is_there_once_in_order() {
        LiveDrill drill = floor.starts();
        List<Actor> people = List.of(floor.ann, floor.bob);
        people.forEach(person -> floor.says(person, "status"));
        floor.slack.faults().doublesEvery(20);
        List<Delivery> sent = new ArrayList<>();
        Random random = new Random(4);
        long next = System.nanoTime();
        long stall = 0; // of the machine, as the sender sees it
        for (int i = 0; i < COMMANDS; i++) {
            LockSupport.parkNanos(next - System.nanoTime());
            stall = Math.max(stall, System.nanoTime() - next);
            next += PACE.toNanos();
            sent.add(people.get(random.nextInt(2)).types("/drill note " + i, floor.channel));
            if (i % 40 == 39) floor.slack.redelivers(sent.get(i - 5));
        }
        floor.slack.settles();
        List<Duration> latencies =
                sent.stream().map(Delivery::answered).map(Ack::latency).sorted().toList();
        System.out.printf(
                "slack: %d commands at 50/s, one in twenty twice: ack p50 %d ms, p99 %d ms, max %d ms; the sender was up to %d ms late%n",
                COMMANDS,
                latencies.get(COMMANDS / 2).toMillis(),
                latencies.get(COMMANDS * 99 / 100).toMillis(),
                latencies.get(COMMANDS - 1).toMillis(),
                Duration.ofNanos(stall).toMillis());
        Duration limit = Duration.ofSeconds(1).plusNanos(stall);
        assertThat(latencies).allMatch(latency -> latency.compareTo(limit) < 0);
        assertThat(Floor.claims(drill).stream().map(claim -> ((Claim.Noted) claim).text()))
                .containsExactlyElementsOf(
                        IntStream.range(0, COMMANDS).mapToObj(Integer::toString).toList());
        assertThat(floor.slack.refused()).isEmpty();
    }
}
