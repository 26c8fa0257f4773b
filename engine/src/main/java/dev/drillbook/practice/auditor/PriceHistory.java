package dev.drillbook.practice.auditor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which price was committed when. Used by one thread. */
final class PriceHistory {
    private static final int KEPT = 1_000; // of each product, which is hours of them: it may run for weeks

    private final Map<Integer, List<Commit>> byProduct = new HashMap<>();
    private long last;

    record Commit(long seq, int product, int cents, Instant at) {}

    /** Commits in ascending order. */
    void learn(List<Commit> commits) {
        for (Commit commit : commits) {
            List<Commit> known = byProduct.computeIfAbsent(commit.product, first -> new ArrayList<>());
            known.add(commit);
            if (known.size() > KEPT) known.remove(0);
            last = commit.seq;
        }
    }

    /** The number of the last commit known, 0 at first. */
    long last() {
        return last;
    }

    /**
     * For how long a price had been replaced when a page was asked for; empty when it was the right one then, or is not
     * known yet, or no longer.
     */
    Optional<Duration> outdatedFor(int product, int cents, Instant asked) {
        List<Commit> commits = byProduct.getOrDefault(product, List.of());
        for (int i = commits.size() - 1; i >= 0; i--) {
            if (commits.get(i).cents != cents) continue;
            if (i == commits.size() - 1) return Optional.empty();
            Instant replaced = commits.get(i + 1).at;
            return replaced.isBefore(asked) ? Optional.of(Duration.between(replaced, asked)) : Optional.empty();
        }
        return Optional.empty();
    }
}
