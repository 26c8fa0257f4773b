package dev.drillbook.traffic;

import dev.drillbook.runbook.Signal;
import dev.drillbook.timeline.Second;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sums up one second after the other, and remembers who was touched. For one thread. */
final class Summary {
    private final Load load;
    private final Prices prices;
    private final Set<Integer> touched = new HashSet<>();

    Summary(Load load, Prices prices) {
        this.load = load;
        this.prices = prices;
    }

    /** Every user counts as untouched again. */
    void forget() {
        touched.clear();
    }

    /** A second about which nothing can be said. */
    static Second unmeasured(Instant end) {
        return new Second(end, Map.of(), List.of(), Map.of());
    }

    /** @param pricesKnown whether every price that these answers could show has been read from the feed */
    Second of(Instant end, List<Outcome> outcomes, boolean pricesKnown) {
        Count all = new Count();
        Map<String, Count> servers = new TreeMap<>();
        Set<Integer> affected = new TreeSet<>();
        for (Outcome outcome : outcomes) {
            boolean stale = pricesKnown && isStale(outcome);
            all.add(outcome, stale);
            if (!outcome.server().isEmpty())
                servers.computeIfAbsent(outcome.server(), name -> new Count()).add(outcome, stale);
            if (stale || outcome.failed()) affected.add(outcome.due().user());
        }
        List<Integer> newlyTouched = affected.stream().filter(touched::add).toList();
        Map<String, Double> values = values(all, affected.size(), pricesKnown);
        Map<String, Second.Server> seen = new HashMap<>();
        servers.forEach((name, count) -> seen.put(name, count.asServer()));
        return new Second(end, values, newlyTouched, seen);
    }

    private boolean isStale(Outcome outcome) {
        return !outcome.failed()
                && outcome.shown().stream().anyMatch(shown -> prices.isStale(shown, outcome.sent(), load.tolerance()));
    }

    private Map<String, Double> values(Count all, int affected, boolean pricesKnown) {
        Map<String, Double> values = new HashMap<>();
        put(values, TrafficSignals.REQUESTS, all.requests());
        put(values, TrafficSignals.USERS, load.users());
        put(values, TrafficSignals.TOUCHED, (double) touched.size() / load.users());
        if (pricesKnown) put(values, TrafficSignals.AFFECTED, (double) affected / load.users());
        if (all.requests() == 0) return values;
        put(values, TrafficSignals.ERRORS, all.errorShare());
        if (pricesKnown && all.showedPrices()) put(values, TrafficSignals.STALE, all.staleShare());
        put(values, TrafficSignals.P50, all.percentile(50));
        put(values, TrafficSignals.P95, all.percentile(95));
        put(values, TrafficSignals.P99, all.percentile(99));
        return values;
    }

    private static void put(Map<String, Double> values, Signal<?> signal, double value) {
        values.put(signal.name(), value);
    }
}
