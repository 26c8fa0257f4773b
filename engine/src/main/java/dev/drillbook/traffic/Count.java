package dev.drillbook.traffic;

import dev.drillbook.timeline.Second;
import org.HdrHistogram.Histogram;

/** Counts the requests of one second, of all servers or of one. */
final class Count {
    /** Microseconds, exact to three digits; grows to what it has to hold. */
    private final Histogram latencies = new Histogram(3);

    private int requests;
    private int errors;
    private int stale;
    private boolean showedPrices;

    void add(Outcome outcome, boolean isStale) {
        requests++;
        if (outcome.failed()) errors++;
        if (isStale) stale++;
        if (!outcome.shown().isEmpty()) showedPrices = true;
        latencies.recordValue(outcome.latency() / 1_000);
    }

    int requests() {
        return requests;
    }

    boolean showedPrices() {
        return showedPrices;
    }

    double errorShare() {
        return (double) errors / requests;
    }

    double staleShare() {
        return (double) stale / requests;
    }

    /** In seconds. */
    double percentile(double percent) {
        return latencies.getValueAtPercentile(percent) / 1e6;
    }

    Second.Server asServer() {
        return new Second.Server(requests, errors, stale, percentile(99));
    }
}
