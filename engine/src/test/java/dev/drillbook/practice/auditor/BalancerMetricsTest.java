package dev.drillbook.practice.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.practice.auditor.Reading.Served;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BalancerMetricsTest {
    private final BalancerMetrics metrics = new BalancerMetrics();

    @Test
    void requests_and_errors_are_those_since_the_page_before() {
        metrics.read(page(100, 7, "0.012000"));
        assertThat(metrics.read(page(150, 10, "0.250000")))
                .containsEntry("shop-1", new Served(53, 3, Duration.ofMillis(250)));
    }

    @Test
    void the_first_page_only_sets_the_start() {
        assertThat(metrics.read(page(100, 7, "NaN"))).containsEntry("shop-1", new Served(0, 0, Duration.ZERO));
    }

    @Test
    void a_balancer_that_was_restarted_counts_from_zero() {
        metrics.read(page(100, 7, "NaN"));
        assertThat(metrics.read(page(5, 1, "NaN"))).containsEntry("shop-1", new Served(6, 1, Duration.ZERO));
    }

    private static String page(int good, int bad, String p99) {
        return """
                # TYPE balancer_requests_total counter
                balancer_requests_total{server="shop-1",status="200"} %d
                balancer_requests_total{server="shop-1",status="503"} %d
                balancer_request_seconds{server="shop-1",quantile="0.95"} 0.100000
                balancer_request_seconds{server="shop-1",quantile="0.99"} %s
                """.formatted(good, bad, p99);
    }
}
