package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final List<Duration> pauses = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final Outbox outbox = new Outbox("C1", Pace.USUAL, pauses::add, now::get);
    private int attempts;

    /** Fails that often, then answers. */
    private Outbox.Work<String> failing(int times, Exception with) {
        return inDoubt -> {
            if (attempts++ >= times) return inDoubt ? "found" : "sent";
            if (with instanceof NotOk no) throw no;
            throw (IOException) with;
        };
    }

    @Test
    void the_network_is_waited_for_longer_each_time_and_never_longer_than_half_a_minute() throws Exception {
        assertThat(outbox.deliver("a line", false, failing(9, new IOException("no route"))))
                .contains("found");
        assertThat(pauses)
                .extracting(Duration::toMillis)
                .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16_000L, 30_000L, 30_000L, 30_000L);
    }

    @Test
    void what_was_refused_for_now_was_certainly_not_done() throws Exception {
        assertThat(outbox.deliver("a line", false, failing(1, new NotOk("ratelimited", ""))))
                .contains("sent");
    }

    @Test
    void slacks_own_trouble_leaves_it_in_doubt() throws Exception {
        assertThat(outbox.deliver("a line", false, failing(1, new NotOk("fatal_error", ""))))
                .contains("found");
    }

    @Test
    void a_channel_that_the_app_is_not_in_waits_for_somebody_to_invite_it() throws Exception {
        assertThat(outbox.deliver("a line", false, failing(3, new NotOk("not_in_channel", ""))))
                .contains("sent");
    }

    @Test
    void what_can_never_succeed_is_tried_once() throws Exception {
        Optional<String> taken = outbox.deliver("a line", false, failing(1, new NotOk("invalid_blocks", "")));
        assertThat(taken).isEmpty();
        assertThat(attempts).isEqualTo(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void a_headline_may_be_edited_a_second_after_the_last_time() throws Exception {
        assertThat(outbox.mayEdit()).isTrue();
        outbox.edit("the headline", again -> "edited");
        now.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(outbox.mayEdit()).isFalse();
        now.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(outbox.mayEdit()).isTrue();
    }
}
