package dev.drillbook.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Which price of which product was committed when, and so since when a shown price is outdated. For one thread. */
final class Prices {
    private final Map<Integer, History> histories = new HashMap<>();

    private static final class History {
        final long firstCommit;
        final Map<Integer, Long> outdatedSince = new HashMap<>();
        int current;

        History(int cents, long at) {
            current = cents;
            firstCommit = at;
        }

        void commit(int cents, long at) {
            if (cents == current) return;
            outdatedSince.put(current, at);
            outdatedSince.remove(cents);
            current = cents;
        }

        /** A price that was never committed here is the one from before the first commit. */
        long outdatedSince(int cents) {
            return cents == current ? Long.MAX_VALUE : outdatedSince.getOrDefault(cents, firstCommit);
        }
    }

    /** Commits of a product come in the order in which they happened. */
    void commit(int product, int cents, long epochMillis) {
        History history = histories.get(product);
        if (history == null) histories.put(product, new History(cents, epochMillis));
        else history.commit(cents, epochMillis);
    }

    /**
     * Whether the price's successor was committed more than the tolerance before that moment. A price that was set
     * several times counts as its last setting; a product without commits still has its first price.
     */
    boolean isStale(Page.Price shown, Instant sent, Duration tolerance) {
        History history = histories.get(shown.product());
        return history != null
                && history.outdatedSince(shown.cents()) < sent.minus(tolerance).toEpochMilli();
    }
}
