package dev.drillbook.practice.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.practice.auditor.PriceHistory.Commit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriceHistoryTest {
    private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");

    private final PriceHistory history = new PriceHistory();

    @BeforeEach
    void learn() {
        history.learn(List.of(
                new Commit(1, 42, 1000, TEN), new Commit(2, 42, 1100, at(10)), new Commit(3, 42, 1000, at(20))));
    }

    @Test
    void a_price_is_outdated_since_its_successor_was_committed() {
        assertThat(history.outdatedFor(42, 1100, at(24))).contains(Duration.ofSeconds(4));
    }

    @Test
    void a_price_that_came_back_is_the_right_one() {
        assertThat(history.outdatedFor(42, 1000, at(24))).isEmpty();
    }

    @Test
    void a_price_replaced_after_the_page_was_asked_for_was_right() {
        assertThat(history.outdatedFor(42, 1100, at(19))).isEmpty();
    }

    @Test
    void what_was_hours_ago_is_forgotten_and_not_judged() {
        for (int i = 1; i <= 999; i++) history.learn(List.of(new Commit(3 + i, 42, 5000 + i, at(20 + i))));
        assertThat(history.outdatedFor(42, 1100, at(2_000))).isEmpty();
        assertThat(history.outdatedFor(42, 1000, at(2_000))).isPresent();
    }

    @Test
    void what_is_not_known_yet_is_not_judged() {
        assertThat(history.outdatedFor(42, 1234, at(24))).isEmpty();
        assertThat(history.outdatedFor(43, 1100, at(24))).isEmpty();
        assertThat(history.last()).isEqualTo(3);
    }

    private static Instant at(int seconds) {
        return TEN.plusSeconds(seconds);
    }
}
