package dev.drillbook.practice.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.practice.auditor.Reading.Served;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules over readings that the test makes up second by second. */
class AlarmsTest {
    private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");

    private final Alarms alarms = new Alarms(Rule.ALL);
    private final List<String> told = new ArrayList<>();
    private int second;

    @Test
    void a_healthy_shop_raises_nothing() {
        pass(60, 3, 0, 0, 60);
        assertThat(told).isEmpty();
    }

    @Test
    void stale_pages_are_told_within_three_seconds_and_resolved_once_they_are_gone() {
        pass(10, 3, 0, 0, 60);
        pass(20, 3, 1, 0, 60);
        pass(20, 3, 0, 0, 60);
        assertThat(told).containsExactly("StaleAnswers firing at 12", "StaleAnswers resolved at 39");
    }

    @Test
    void one_stale_page_is_told_only_when_it_lasts() {
        pass(1, 3, 1, 0, 60);
        assertThat(told).isEmpty();
    }

    @Test
    void errors_of_a_few_per_cent_on_one_server_are_told() {
        pass(10, 3, 0, 3, 60);
        assertThat(told).containsExactly("HighErrorRate firing at 2");
        assertThat(alarms.firing())
                .singleElement()
                .extracting(Alert::summary)
                .isEqualTo("1.0 % of requests failed in the last 5 s");
    }

    @Test
    void one_failed_request_among_many_is_no_symptom() {
        pass(10, 3, 0, 0, 60);
        pass(1, 3, 0, 1, 60);
        pass(10, 3, 0, 0, 60);
        assertThat(told).isEmpty();
    }

    @Test
    void slow_answers_of_one_server_are_told_when_they_last() {
        pass(2, 3, 0, 0, 900);
        pass(10, 3, 0, 0, 60);
        assertThat(told).isEmpty();
        pass(4, 3, 0, 0, 900);
        assertThat(told).singleElement().asString().startsWith("HighLatency firing");
    }

    @Test
    void a_server_three_times_as_slow_as_the_others_is_told() {
        pass(10, 3, 0, 0, 190);
        assertThat(told).singleElement().asString().startsWith("HighLatency firing at 3");
    }

    @Test
    void a_server_somewhat_slower_than_the_others_is_no_symptom() {
        pass(10, 3, 0, 0, 170);
        assertThat(told).isEmpty();
    }

    @Test
    void no_summary_names_a_server_or_a_cause() {
        pass(20, 3, 3, 50, 900);
        assertThat(alarms.firing()).hasSize(3).extracting(Alert::summary).allSatisfy(summary -> assertThat(summary)
                .doesNotContainIgnoringCase("shop-")
                .doesNotContainIgnoringCase("cache")
                .doesNotContainIgnoringCase("config"));
    }

    @Test
    void an_unreachable_balancer_and_shops_that_do_not_answer_raise_nothing() {
        alarms.step(new Reading(TEN, 0, 0, Map.of()));
        assertThat(alarms.firing()).isEmpty();
    }

    /** Seconds of 100 requests to each of three servers, of which one has the errors and is as slow as told. */
    private void pass(int seconds, int pages, int stale, long errors, int millis) {
        for (int i = 0; i < seconds; i++) {
            second++;
            var servers = Map.of("shop-1", served(0, 60), "shop-2", served(errors, millis), "shop-3", served(0, 60));
            for (Alert alert : alarms.step(new Reading(TEN.plusSeconds(second), pages, stale, servers)))
                told.add(alert.name() + " " + alert.status() + " at " + second);
        }
    }

    private static Served served(long errors, int millis) {
        return new Served(100, errors, Duration.ofMillis(millis));
    }
}
