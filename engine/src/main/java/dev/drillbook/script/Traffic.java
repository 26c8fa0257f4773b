package dev.drillbook.script;

import dev.drillbook.runbook.Share;
import dev.drillbook.runbook.Signal;
import java.time.Duration;
import java.util.List;

/** What the synthetic users feel, as a runbook names it: {@code traffic.errors} and its siblings. */
public final class Traffic {
    static final List<String> SIGNALS = List.of("errors", "stale", "p50", "p95", "p99", "requests", "affected");

    Traffic() {}

    /** The share of requests that failed. */
    public Signal<Share> getErrors() {
        return new Signal<>("traffic.errors", Share.class);
    }

    /** The share of answers that were older than the site's stated tolerance. */
    public Signal<Share> getStale() {
        return new Signal<>("traffic.stale", Share.class);
    }

    public Signal<Duration> getP50() {
        return new Signal<>("traffic.p50", Duration.class);
    }

    public Signal<Duration> getP95() {
        return new Signal<>("traffic.p95", Duration.class);
    }

    public Signal<Duration> getP99() {
        return new Signal<>("traffic.p99", Duration.class);
    }

    /** Requests a second. */
    @SuppressWarnings("unchecked") // a Signal<Double> whose limit may be written 100 as well as 10.5
    public Signal<Number> getRequests() {
        return new Signal<>("traffic.requests", (Class<Number>) (Class<?>) Double.class);
    }

    /** The share of users who met a stale or failed answer. */
    public Signal<Share> getAffected() {
        return new Signal<>("traffic.affected", Share.class);
    }
}
