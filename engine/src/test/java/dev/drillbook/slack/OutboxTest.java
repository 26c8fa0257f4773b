package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.SlackApiException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            if (with instanceof SlackApiException http) throw http;
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
    void a_host_of_uploads_that_is_never_reached_is_given_up_and_slack_itself_is_not() throws Exception {
        NotUploaded blocked = new NotUploaded(new IOException("no route"));
        assertThat(outbox.upload("a chart", failing(99, blocked))).isEmpty();
        assertThat(pauses).hasSize(7);
        assertThat(outbox.upload("a report", failing(99, blocked))).isEmpty();
        assertThat(pauses).hasSize(7);
        assertThat(outbox.upload("a chart", failing(attempts + 9, new IOException("no route"))))
                .isPresent();
    }

    @Test
    void what_comes_later_waits_until_what_came_before_is_through() throws Exception {
        List<String> sent = Collections.synchronizedList(new ArrayList<>());
        List<Thread> later = new ArrayList<>();
        Outbox[] one = new Outbox[1];
        Outbox.Pause pause = time -> {
            Thread second = new Thread(() -> deliver(one[0], "second", sent));
            later.add(second);
            second.start();
            while (second.isAlive() && second.getState() != Thread.State.WAITING) Thread.onSpinWait();
        };
        one[0] = new Outbox("C1", Pace.USUAL, pause, now::get);
        one[0].deliver("first", false, inDoubt -> {
            if (attempts++ < 1) throw new IOException("no route");
            return sent.add("first");
        });
        for (Thread second : later) second.join();
        assertThat(sent).containsExactly("first", "second");
    }

    private static void deliver(Outbox outbox, String line, List<String> sent) {
        try {
            outbox.deliver(line, false, inDoubt -> sent.add(line));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missing_scope",
                "is_archived",
                "invalid_auth",
                "invalid_channel",
                "account_inactive",
                "ekm_access_denied",
                "restricted_action",
                "no_permission",
                "org_login_required",
                "a_word_of_tomorrow"
            })
    void what_somebody_can_put_right_is_waited_for(String error) throws Exception {
        assertThat(outbox.deliver("a line", false, failing(3, new NotOk(error, ""))))
                .contains("sent");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 407, 408, 429, 500, 503})
    void whatever_stands_between_us_and_slack_is_waited_for(int status) throws Exception {
        assertThat(outbox.deliver("a line", false, failing(3, http(status, "900"))))
                .isPresent();
        assertThat(pauses).containsOnly(Duration.ofMinutes(5));
    }

    private static SlackApiException http(int status, String retryAfter) {
        return new SlackApiException(
                new Response.Builder()
                        .request(new Request.Builder().url("http://127.0.0.1/").build())
                        .protocol(Protocol.HTTP_1_1)
                        .code(status)
                        .message("")
                        .header("Retry-After", retryAfter)
                        .build(),
                "<html>");
    }

    @Test
    void what_can_be_done_without_is_left_out_where_it_is_refused_and_waited_for_where_everything_is()
            throws Exception {
        assertThat(outbox.ask("a topic", failing(1, new NotOk("missing_scope", ""))))
                .isEmpty();
        attempts = 0;
        assertThat(outbox.ask("a topic", failing(3, new NotOk("invalid_auth", ""))))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invalid_blocks",
                "invalid_blocks_format",
                "invalid_arguments",
                "msg_too_long",
                "msg_blocks_too_long",
                "no_text",
                "message_not_found",
                "cant_update_message",
                "edit_window_closed",
                "too_many_attachments"
            })
    void what_can_never_succeed_is_tried_once(String error) throws Exception {
        Optional<String> taken = outbox.deliver("a line", false, failing(1, new NotOk(error, "")));
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
