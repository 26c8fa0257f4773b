package dev.drillbook.slack.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.drill.HandClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** It misbehaves as it is told to, and otherwise not. */
class FaultsTest {
    private final HandClock clock = new HandClock();
    private final List<String> heard = new ArrayList<>();
    private SlackOnLoopback slack;
    private Actor ann;
    private RawApp app;

    @BeforeEach
    void connect() {
        slack = SlackOnLoopback.start(clock);
        ann = slack.joins("U1", "ann");
        app = new RawApp(slack, slack.opens("drills"));
        app.connects(app.ticket(), heard);
        slack.line().awaits(1);
    }

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void a_doubled_envelope_may_be_acknowledged_as_often_as_it_came() {
        slack.faults().doublesEvery(1);
        Delivery delivery = ann.types("/drill detected", app.channel);
        app.acks(delivery.id(), "{}");
        app.acks(delivery.id(), "{}");
        slack.until(() -> delivery.acks().size() == 2, "two acks");
        assertThat(slack.refused()).isEmpty();
    }

    @Test
    void a_command_without_an_ack_ends_after_three_seconds() {
        Delivery delivery = ann.types("/drill detected", app.channel);
        clock.turn(Duration.ofSeconds(3));
        assertThat(delivery.says()).isEqualTo("/drill failed with the error \"operation_timeout\"");
        assertThat(delivery.times()).isEqualTo(1);
    }

    @Test
    void an_event_without_an_ack_comes_again_and_says_so() {
        ann.writes("hello", app.channel);
        clock.turn(Duration.ofSeconds(3));
        Delivery event = slack.deliveries("message").findFirst().orElseThrow();
        slack.until(() -> event.times() == 2, "a second time");
        slack.until(() -> words(heard).contains("\"retry_attempt\":1,\"retry_reason\":\"timeout\""), "the retry");
    }

    @Test
    void an_event_comes_again_on_the_next_connection_when_its_own_is_gone() {
        ann.writes("hello", app.channel);
        slack.line().cut();
        slack.line().awaits(0);
        app.connects(app.ticket(), new ArrayList<>());
        Delivery event = slack.deliveries("message").findFirst().orElseThrow();
        slack.until(() -> event.times() == 2, "a second time");
    }

    @Test
    void an_event_waits_until_somebody_connects() {
        slack.line().cut();
        slack.line().awaits(0);
        ann.writes("hello", app.channel);
        app.connects(app.ticket(), new ArrayList<>());
        Delivery event = slack.deliveries("message").findFirst().orElseThrow();
        slack.until(() -> event.times() == 1, "the event");
    }

    @Test
    void a_late_envelope_is_late() {
        slack.faults().delays(Duration.ofSeconds(2));
        Delivery delivery = ann.types("/drill detected", app.channel);
        assertThat(delivery.times()).isZero();
        slack.until(() -> delivery.times() == 1, "the envelope");
    }

    @Test
    void connections_take_turns() {
        List<String> second = new ArrayList<>();
        app.connects(app.ticket(), second);
        slack.line().awaits(2);
        ann.types("/drill one", app.channel);
        ann.types("/drill two", app.channel);
        slack.until(() -> words(heard).contains("/drill") && words(second).contains("/drill"), "one for each");
    }

    @Test
    void each_second_call_is_unavailable() {
        slack.faults().unavailableEvery(2);
        List<Integer> statuses = IntStream.range(0, 4)
                .mapToObj(n -> app.posts(
                                java.net.URI.create(slack.methodsAddress() + "auth.test"), slack.botToken(), "", "")
                        .statusCode())
                .toList();
        assertThat(statuses).containsExactly(200, 503, 200, 503);
    }

    @Test
    void a_method_is_refused_as_often_as_it_was_said() {
        slack.faults().refusesNext("auth.test", 1, "fatal_error");
        assertThat(Json.text(app.calls("auth.test"), "error")).isEqualTo("fatal_error");
        assertThat(app.calls("auth.test").path("ok").asBoolean(false)).isTrue();
    }

    @Test
    void a_slow_answer_is_an_answer() {
        slack.faults().slow(Duration.ofMillis(300));
        long start = System.nanoTime();
        assertThat(app.calls("auth.test").path("ok").asBoolean(false)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(299));
    }

    @Test
    void a_later_answer_may_be_for_all() {
        Delivery delivery = ann.types("/drill status", app.channel);
        app.posts(
                java.net.URI.create(Json.text(delivery.payload(), "response_url")),
                "",
                "application/json",
                "{\"text\":\"for all\",\"response_type\":\"in_channel\"}");
        assertThat(app.channel.messages()).extracting(Message::text).containsExactly("for all");
    }

    @Test
    void a_person_of_another_workspace_can_be_told() {
        Actor eve = slack.joins(new Person("U9", "eve", "T9", Person.Standing.SINGLE_CHANNEL_GUEST));
        assertThat(Json.text(eve.types("/drill abort", app.channel).payload(), "team_id"))
                .isEqualTo("T9");
        assertThat(app.calls("users.info", "user", "U9").toString())
                .contains("\"is_ultra_restricted\":true", "\"team_id\":\"T9\"");
    }

    @Test
    void a_modal_is_opened_filled_in_and_closed() {
        String trigger = Json.text(ann.types("/drill note", app.channel).payload(), "trigger_id");
        app.calls("views.open", "trigger_id", trigger, "view", BadViews.good());
        Delivery submission = ann.submits(slack.views().get(0), Json.of());
        app.acks(submission.id(), "{\"response_action\":\"clear\"}");
        submission.answered();
        slack.until(() -> slack.views().isEmpty(), "a closed modal");
    }

    private static String words(List<String> heard) {
        synchronized (heard) {
            return String.join("\n", heard);
        }
    }
}
