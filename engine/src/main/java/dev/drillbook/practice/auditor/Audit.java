package dev.drillbook.practice.auditor;

import dev.drillbook.practice.auditor.Reading.Served;
import dev.drillbook.practice.auditor.Shops.Shown;
import dev.drillbook.practice.part.Log;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the auditor does in one second: it asks the shops, PostgreSQL and the balancer, and compares. */
final class Audit {
    /** A replaced price may still be shown for so long: caches are allowed to be a little late. */
    static final Duration TOLERANCE = Duration.ofSeconds(3);

    private final Shops shops;
    private final Commits commits;
    private final HttpClient client;
    private final HttpRequest balancer;
    private final Clock clock;
    private final Log log;
    private final PriceHistory history = new PriceHistory();
    private final BalancerMetrics metrics = new BalancerMetrics();

    /** @param balancer its address, without a path */
    Audit(Shops shops, Commits commits, URI balancer, HttpClient client, Clock clock, Log log) {
        this.shops = shops;
        this.commits = commits;
        this.client = client;
        this.balancer = HttpRequest.newBuilder(balancer.resolve("/metrics"))
                .timeout(Shops.TIMEOUT)
                .build();
        this.clock = clock;
        this.log = log;
    }

    Reading read() throws InterruptedException {
        List<Shown> shown = shops.ask();
        Map<String, Served> served = served();
        try {
            // After the pages, so that a price committed while they were built is known.
            history.learn(commits.after(history.last()));
        } catch (SQLException failed) {
            log.warn("the prices cannot be read, no page is compared: " + failed.getMessage());
            shown = List.of();
        }
        int stale = (int) shown.stream().filter(this::stale).count();
        return new Reading(clock.instant(), shown.size(), stale, served);
    }

    private Map<String, Served> served() throws InterruptedException {
        try {
            return metrics.read(client.send(balancer, BodyHandlers.ofString()).body());
        } catch (IOException failed) {
            log.warn("the balancer's metrics cannot be read: " + failed);
            return Map.of();
        }
    }

    private boolean stale(Shown page) {
        boolean stale = false;
        for (var price : page.prices().entrySet()) {
            Optional<Duration> outdated = history.outdatedFor(price.getKey(), price.getValue(), page.asked());
            if (outdated.filter(age -> age.compareTo(TOLERANCE) > 0).isEmpty()) continue;
            stale = true;
            log.warn(page.shop() + " " + page.path() + ": the price of product " + price.getKey() + ", "
                    + price.getValue() + " cents, was replaced "
                    + outdated.get().toSeconds() + " s before");
        }
        return stale;
    }
}
