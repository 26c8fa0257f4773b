package dev.drillbook.practice.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private final Hands clock = new Hands();
    private final Requests requests = new Requests(clock);

    @Test
    void statuses_are_counted_apart() {
        requests.answered(200, 1);
        requests.answered(200, 1);
        requests.answered(503, 1);
        assertThat(text())
                .contains("r{server=\"shop-1\",status=\"200\"} 2\n", "r{server=\"shop-1\",status=\"503\"} 1\n");
    }

    @Test
    void quantiles_forget_what_is_older_than_ten_seconds_and_totals_do_not() {
        requests.answered(200, 2_000_000_000);
        clock.passes(9);
        for (int i = 0; i < 10; i++) requests.answered(200, 10_000_000);
        assertThat(quantile("0.99")).isGreaterThan(1.9);
        clock.passes(1);
        assertThat(quantile("0.99")).isBetween(0.009, 0.011);
        assertThat(text()).contains("s_count{server=\"shop-1\"} 11\n").contains("s_sum{server=\"shop-1\"} 2.1");
    }

    @Test
    void without_a_request_there_is_no_quantile() {
        assertThat(text()).contains("quantile=\"0.5\"} NaN");
    }

    private double quantile(String quantile) {
        String sample = "quantile=\"" + quantile + "\"} ";
        String rest = text().substring(text().indexOf(sample) + sample.length());
        return Double.parseDouble(rest.substring(0, rest.indexOf('\n')));
    }

    private String text() {
        var text = new MetricsText();
        requests.appendCounts(text, "r", "server", "shop-1");
        requests.appendLatencies(text, "s", "server", "shop-1");
        return text.toString();
    }

    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-11-24T10:00:00Z");

        void passes(int seconds) {
            now = now.plus(Duration.ofSeconds(seconds));
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
