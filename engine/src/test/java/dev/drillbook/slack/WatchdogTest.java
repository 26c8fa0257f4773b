package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.slack.loopback.Call;
import dev.drillbook.slack.loopback.Delivery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the connection, it comes back by itself. */
class WatchdogTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private Floor floor;

    @BeforeEach
    void open() throws IOException {
        floor = new Floor(folder);
        floor.slack.waits(Duration.ofSeconds(6)); // what was lost with a connection is soon typed again
    }

    @AfterEach
    void close() throws IOException {
        assertThat(floor.slack.refused()).isEmpty();
        floor.close();
    }

    private int connections() {
        return floor.slack.calls("apps.connections.open").size();
    }

    private void comesBack() {
        Floor.until(() -> floor.slack.line().sockets() == 1, PATIENCE);
        Floor.until(this::isHeard, PATIENCE); // one on the old connection may be lost
    }

    private boolean isHeard() {
        Delivery status = floor.ann.types("/drill status", floor.channel);
        return status.says().contains("no drill is running");
    }

    @Test
    void a_slack_that_is_away_at_the_start_is_waited_for() {
        floor.slack.line().away();
        floor.opensWhileAway();
        floor.slack.line().back();
        comesBack();
    }

    @Test
    void it_asks_for_one_connection_only() {
        floor.open();
        comesBack();
        assertThat(connections()).isEqualTo(1);
    }

    @Test
    void after_a_cut() {
        floor.open().slack.line().cut();
        floor.slack.until(() -> connections() >= 2, "a second connection");
        comesBack();
    }

    @Test
    @Tag("drills")
    void after_ten_cuts() {
        floor.open();
        for (int cut = 1; cut <= 10; cut++) {
            floor.slack.line().cut();
            int asked = cut + 1;
            Floor.until(() -> connections() >= asked, PATIENCE);
            Floor.until(() -> floor.slack.line().sockets() == 1, PATIENCE);
        }
        comesBack();
    }

    @Test
    void when_slack_says_that_it_leaves() {
        floor.open().slack.line().disconnects("refresh_requested");
        floor.slack.until(() -> connections() >= 2, "a second connection");
        comesBack();
    }

    @Test
    void when_slack_warns_that_it_will_leave() {
        floor.open().slack.line().disconnects("warning");
        floor.slack.until(() -> connections() >= 2, "a second connection");
        comesBack();
    }

    @Test
    void though_the_first_reconnect_is_refused() {
        floor.open().slack.faults().refusesNext("apps.connections.open", 1, "internal_error");
        floor.slack.line().disconnects("refresh_requested");
        floor.slack.until(() -> connections() >= 2, "a second call");
        comesBack();
    }

    @Test
    void though_slack_has_had_enough_of_calls() {
        floor.open().slack.faults().limitsEvery(1, 1);
        floor.slack.line().cut();
        floor.slack.until(() -> connections() >= 3, "a third call");
        floor.slack.faults().end();
        comesBack();
    }

    @Test
    void no_sooner_than_slack_asks_for() {
        floor.open().slack.faults().limitsEvery(1, 5);
        floor.slack.line().cut();
        Floor.until(() -> connections() >= 3, PATIENCE);
        List<Call> calls = floor.slack.calls("apps.connections.open");
        assertThat(Duration.between(calls.get(1).at(), calls.get(2).at()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(5));
        floor.slack.faults().end();
        comesBack();
    }

    @Test
    void though_slack_is_unavailable() {
        floor.open().slack.faults().unavailableEvery(1);
        floor.slack.line().cut();
        floor.slack.until(() -> connections() >= 3, "a third call");
        floor.slack.faults().end();
        comesBack();
    }

    @Test
    void when_a_connection_is_open_and_dead() {
        floor.open().slack.faults().silent(true);
        Floor.until(() -> connections() >= 2, PATIENCE);
        floor.slack.faults().end();
        comesBack();
    }

    @Test
    void an_error_that_nobody_expects_does_not_end_the_watch() {
        int[] tries = {0};
        try (Watchdog watchdog = new Watchdog(() -> tries[0] > 2, () -> {
            tries[0]++;
            throw new NoClassDefFoundError("thrown on purpose");
        })) {
            watchdog.start();
            Floor.until(() -> tries[0] == 3, PATIENCE);
        }
    }
}
