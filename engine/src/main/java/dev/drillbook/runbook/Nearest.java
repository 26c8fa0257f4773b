package dev.drillbook.runbook;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The nearest right word to a wrong one, for messages. */
public final class Nearest {
    private Nearest() {}

    /**
     * The candidate that a person most likely meant: fewest insertions, deletions, exchanges and swaps of neighbours
     * (optimal string alignment distance), at most one for every three letters , rounded. Capitals do not
     * count.
     */
    public static Optional<String> to(String wrong, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> distance(wrong, candidate) <= (wrong.length() + 1) / 3)
                .min(Comparator.<String>comparingInt(candidate -> distance(wrong, candidate))
                        .thenComparing(Comparator.comparingInt(String::length).reversed())
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code ; did you mean 'detected'?}, or {@code : } and what to do when nothing is near. */
    public static String hint(String wrong, Collection<String> candidates, String otherwise) {
        return to(wrong, candidates)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse(": " + otherwise);
    }

    private static int distance(String wrong, String right) {
        String a = wrong.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) cost[i][0] = i;
        for (int j = 0; j <= b.length(); j++) cost[0][j] = j;
        for (int i = 1; i <= a.length(); i++)
            for (int j = 1; j <= b.length(); j++) {
                int exchange = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(exchange, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (swapped(a, b, i, j)) cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        return cost[a.length()][b.length()];
    }

    private static boolean swapped(String a, String b, int i, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
