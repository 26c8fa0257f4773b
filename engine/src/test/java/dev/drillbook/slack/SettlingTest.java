package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.http.SlackHttpClient;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When something that came is acknowledged. */
class SettlingTest {
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();
    private final Whispers whispers = new Whispers(new SlackHttpClient(), Runnable::run);

    @AfterEach
    void close() {
        timers.shutdownNow();
    }

    private Settling begin(boolean comesAgain, Duration ago) {
        Settling.Ack ack = new Settling.Ack() {
            @Override
            public boolean say(String words) {
                said.add(words);
                return true;
            }

            @Override
            public boolean comesAgain() {
                return comesAgain;
            }

            @Override
            public void notNow() {
                said.add("NOT NOW");
            }
        };
        return Settling.begin(ack, Instant.now().plus(Settling.LATEST).minus(ago), whispers, timers, Clock.systemUTC());
    }

    private static Promised promised(CompletableFuture<String> words) {
        return promised(Answer.recorded(words));
    }

    private static Promised promised(Answer answer) {
        Heard heard = new Heard("key", Instant.now(), "T1", "U1", "C1", Optional.empty(), Optional.empty());
        return new Promised(heard, CompletableFuture.completedFuture(answer));
    }

    @Test
    void what_nobody_has_read_yet_is_acknowledged_in_time() {
        begin(false, Duration.ofMillis(2_400));
        Floor.until(() -> !said.isEmpty(), Duration.ofSeconds(20));
        assertThat(said).containsExactly("not recorded yet: it will be said here when it is");
    }

    @Test
    void what_takes_long_for_sure_is_acknowledged_at_once() {
        CompletableFuture<String> outcome = new CompletableFuture<>();
        begin(false, Duration.ZERO).settle(promised(Answer.begun(outcome, "starting it …")));
        assertThat(said).containsExactly("starting it …");
    }

    @Test
    void what_is_known_by_then_is_all_that_is_told() {
        CompletableFuture<String> outcome = CompletableFuture.completedFuture("no such runbook");
        begin(false, Duration.ZERO).settle(promised(Answer.begun(outcome, "starting it …")));
        assertThat(said).containsExactly("no such runbook");
    }

    @Test
    void what_fails_through_nobodys_mistake_comes_again_where_it_can() {
        begin(true, Duration.ZERO).settle(promised(CompletableFuture.failedFuture(new DrillException("no space"))));
        assertThat(said).containsExactly("NOT NOW");
    }

    @Test
    void what_can_never_be_right_does_not() {
        begin(true, Duration.ZERO).settle(promised(CompletableFuture.failedFuture(new Invalid("no such drill"))));
        assertThat(said).containsExactly("no such drill");
    }
}
