package dev.drillbook.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import dev.drillbook.timeline.Second;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final Instant END = HandTime.NOON.plusSeconds(60);
    private static final Page.Price NEW = new Page.Price(42, 200);
    private static final Page.Price OLD = new Page.Price(42, 100);

    private final Prices prices = new Prices();
    private final Summary summary =
            new Summary(new Load(10, 300, Duration.ZERO, Duration.ofSeconds(3), Duration.ofSeconds(3), 1), prices);

    SummaryTest() {
        prices.commit(42, 100, HandTime.NOON.toEpochMilli());
        prices.commit(42, 200, HandTime.NOON.plusSeconds(10).toEpochMilli());
    }

    @Test
    void every_signal_is_counted() {
        Second second = sumOf(answered(1, "a", NEW), answered(2, "b", OLD), answered(2, "b", OLD), failed(3, "b"));
        assertThat(second.values())
                .contains(
                        entry("traffic.requests", 4.0),
                        entry("traffic.errors", 0.25),
                        entry("traffic.stale", 0.5),
                        entry("traffic.affected", 0.2),
                        entry("traffic.touched", 0.2));
        assertThat(second.at()).isEqualTo(END);
        assertThat(second.touched()).containsExactly(2, 3);
    }

    @Test
    void each_server_is_counted_by_itself_and_nobody_knows_who_did_not_answer() {
        Second second = sumOf(answered(1, "a", NEW), answered(2, "b", OLD), failed(3, "b"), failed(4, ""));
        assertThat(second.servers()).containsOnlyKeys("a", "b");
        assertThat(second.servers().get("b").requests()).isEqualTo(2);
        assertThat(second.servers().get("b").errors()).isEqualTo(1);
        assertThat(second.servers().get("b").stale()).isEqualTo(1);
    }

    @Test
    void percentiles_are_of_all_requests_the_failed_ones_too() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int millis = 1; millis <= 100; millis++) outcomes.add(took(millis, millis > 98));
        Second second = summary.of(END, outcomes, true);
        assertThat(second.values().get("traffic.p50")).isCloseTo(0.050, within(0.0001));
        assertThat(second.values().get("traffic.p95")).isCloseTo(0.095, within(0.0001));
        assertThat(second.values().get("traffic.p99")).isCloseTo(0.099, within(0.0001));
        assertThat(second.servers().get("a").p99()).isCloseTo(0.099, within(0.0001));
    }

    @Test
    void staleness_that_is_not_known_is_absent_and_never_a_wrong_0() {
        Second second = summary.of(END, List.of(answered(1, "a", OLD), failed(2, "a")), false);
        assertThat(second.values()).doesNotContainKeys("traffic.stale", "traffic.affected");
        assertThat(second.values()).containsEntry("traffic.errors", 0.5);
        assertThat(second.touched()).containsExactly(2);
    }

    @Test
    void where_no_page_shows_a_price_there_is_nothing_to_be_stale() {
        Second second = sumOf(failed(1, "a"), answered(2, "a"));
        assertThat(second.values()).doesNotContainKey("traffic.stale").containsEntry("traffic.affected", 0.1);
    }

    @Test
    void a_failed_answer_is_not_also_stale() {
        Outcome failedAndOld = new Outcome(new Due(0, 1, "/"), 0, 0, true, "a", END, List.of(OLD));
        assertThat(sumOf(failedAndOld, answered(2, "a", NEW)).values()).containsEntry("traffic.stale", 0.0);
    }

    @Test
    void a_second_without_requests_has_a_count_and_no_shares() {
        assertThat(sumOf().values())
                .containsEntry("traffic.requests", 0.0)
                .doesNotContainKeys("traffic.errors", "traffic.stale", "traffic.p99");
    }

    @Test
    void a_user_is_newly_touched_once_until_forgotten() {
        assertThat(sumOf(failed(1, "a"), failed(2, "a")).touched()).containsExactly(1, 2);
        Second later = sumOf(failed(2, "a"), failed(3, "a"));
        assertThat(later.touched()).containsExactly(3);
        assertThat(later.values()).containsEntry("traffic.affected", 0.2).containsEntry("traffic.touched", 0.3);
        summary.forget();
        assertThat(sumOf(failed(2, "a")).touched()).containsExactly(2);
    }

    private Second sumOf(Outcome... outcomes) {
        return summary.of(END, Arrays.asList(outcomes), true);
    }

    private static Outcome answered(int user, String server, Page.Price... shown) {
        return new Outcome(new Due(0, user, "/"), 0, 1_000_000, false, server, END, List.of(shown));
    }

    private static Outcome failed(int user, String server) {
        return new Outcome(new Due(0, user, "/"), 0, 1_000_000, true, server, END, List.of());
    }

    private static Outcome took(int millis, boolean failed) {
        return new Outcome(new Due(0, 1, "/"), 0, millis * 1_000_000L, failed, "a", END, List.of());
    }
}
