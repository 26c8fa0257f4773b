package dev.drillbook.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PricesTest {
    private final Prices prices = new Prices();

    @Test
    void the_price_of_now_is_never_stale() {
        committed(100, 0);
        committed(200, 10);
        assertThat(isStale(200, 10_000)).isFalse();
    }

    @Test
    void an_old_price_is_stale_once_its_successor_is_older_than_the_tolerance() {
        committed(100, 0);
        committed(200, 10);
        assertThat(isStale(100, 13)).isFalse();
        assertThat(isStale(100, 13.001)).isTrue();
    }

    @Test
    void the_successor_counts_not_the_price_of_now() {
        committed(100, 0);
        committed(200, 10);
        committed(300, 20);
        assertThat(isStale(100, 14)).isTrue();
        assertThat(isStale(200, 22)).isFalse();
    }

    @Test
    void a_price_from_before_the_first_commit_is_outdated_since_then() {
        committed(100, 10);
        assertThat(isStale(999, 13)).isFalse();
        assertThat(isStale(999, 14)).isTrue();
    }

    @Test
    void a_product_that_never_changed_is_not_stale() {
        committed(100, 0);
        assertThat(prices.isStale(new Page.Price(43, 100), at(100), Duration.ZERO))
                .isFalse();
    }

    @Test
    void a_price_that_came_back_counts_from_its_last_setting() {
        committed(100, 0);
        committed(200, 10);
        committed(100, 20);
        assertThat(isStale(100, 30)).isFalse();
        committed(300, 40);
        assertThat(isStale(100, 42)).isFalse();
        assertThat(isStale(100, 44)).isTrue();
    }

    @Test
    void a_commit_that_changed_nothing_outdates_nothing() {
        committed(100, 0);
        committed(100, 10);
        assertThat(isStale(100, 20)).isFalse();
    }

    private void committed(int cents, double second) {
        prices.commit(42, cents, at(second).toEpochMilli());
    }

    private boolean isStale(int cents, double sent) {
        return prices.isStale(new Page.Price(42, cents), at(sent), Duration.ofSeconds(3));
    }

    private static Instant at(double second) {
        return HandTime.NOON.plusMillis(Math.round(second * 1_000));
    }
}
