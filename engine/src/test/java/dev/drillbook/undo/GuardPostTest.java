package dev.drillbook.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.runbook.Refused;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The engine's side: what stands in for the guard here is a line of shell. */
class GuardPostTest {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @Test
    void a_program_that_is_not_there_is_told() {
        try (Guards.Posted post = post("/no/such/java")) {
            assertThatThrownBy(post::awaitReady)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("no guard could be started")
                    .hasMessageContaining("/no/such/java");
        }
    }

    @Test
    void one_that_ends_at_once_is_told_with_the_last_thing_that_it_said() {
        try (Guards.Posted post = post("sh", "-c", "echo 'Could not reserve enough space'; exit 1")) {
            assertThatThrownBy(post::awaitReady)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("exit 1: Could not reserve enough space");
        }
    }

    @Test
    void one_that_ends_later_is_replaced_until_it_has_happened_too_often() throws InterruptedException {
        try (Guards.Posted post = post("sh", "-c", "echo ready; exit 3")) {
            post.awaitReady();
            for (int times = 0; times < 5; times++)
                assertThat(told.poll(1, TimeUnit.MINUTES)).isEqualTo("replaced: exit 3");
            assertThat(told.poll(1, TimeUnit.MINUTES)).startsWith("lost: the guard ended again and again: exit 3");
        }
    }

    @Test
    void one_that_does_not_answer_any_more_is_ended_and_replaced() throws InterruptedException {
        Duration quick = Duration.ofMillis(20);
        try (Guards.Posted post = post(quick, "sh", "-c", "echo ready; exec sleep 61.6")) {
            post.awaitReady();
            assertThat(told.poll(1, TimeUnit.MINUTES)).isEqualTo("replaced: it does not answer");
        }
        assertThat(living("sleep 61.6")).isEmpty();
    }

    @Test
    void it_hears_a_heartbeat_until_it_is_let_go() throws InterruptedException {
        try (Guards.Posted post = post("sh", "-c", "echo ready; head -c 3 >/dev/null; exit 9")) {
            post.awaitReady();
            assertThat(told.poll(1, TimeUnit.MINUTES)).isEqualTo("replaced: exit 9");
        }
    }

    @Test
    void one_that_does_not_go_when_it_is_let_go_is_ended() {
        Guards.Posted post = post("sh", "-c", "echo ready; exec sleep 61.5");
        post.awaitReady();
        post.close();
        assertThat(living("sleep 61.5")).isEmpty();
    }

    private static Stream<ProcessHandle> living(String words) {
        return ProcessHandle.current()
                .descendants()
                .filter(one ->
                        one.isAlive() && one.info().commandLine().orElse("").contains(words));
    }

    private Guards.Posted post(String... command) {
        return post(Duration.ofMillis(200), command);
    }

    private Guards.Posted post(Duration beat, String... command) {
        return GuardPost.open(List.of(command), beat, new Guards.Engine() {
            @Override
            public void guardReplaced(String why) {
                told.add("replaced: " + why);
            }

            @Override
            public void guardLost(String why) {
                told.add("lost: " + why);
            }
        });
    }
}
