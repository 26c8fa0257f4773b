package dev.drillbook.traffic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Collects outcomes by the second in which their requests were due, and knows when a second is settled: all its
 * requests are decided, and no other can fall due in it. Each request is counted once, in one second. For any thread.
 */
final class Tally {
    /** All outcomes of a second. @param measured false when we stood still in it */
    record Settled(int second, List<Outcome> outcomes, boolean measured) {}

    private static final class Bin {
        final int second;
        final List<Outcome> outcomes = new ArrayList<>();
        int open;
        boolean measured = true;

        Bin(int second) {
            this.second = second;
        }
    }

    /** Seconds not yet given away, without gaps; the last is that of the newest request. */
    private final Deque<Bin> bins = new ArrayDeque<>(List.of(new Bin(0)));

    /** Requests come in the order in which they are due; each is later decided or missed. */
    synchronized void expect(Due due) {
        while (bins.getLast().second < due.second()) bins.add(new Bin(bins.getLast().second + 1));
        bins.getLast().open++;
    }

    synchronized void decided(Outcome outcome) {
        Bin bin = bin(outcome.due());
        bin.outcomes.add(outcome);
        bin.open--;
    }

    /** It was due while we stood still: nobody can say how it would have fared. */
    synchronized void missed(Due due) {
        Bin bin = bin(due);
        bin.measured = false;
        bin.open--;
    }

    /** Gives away the settled seconds before that one, oldest first, up to the first that is not settled. */
    synchronized List<Settled> settledBefore(int second) {
        List<Settled> settled = new ArrayList<>();
        while (bins.size() > 1 && bins.getFirst().second < second && bins.getFirst().open == 0) {
            Bin bin = bins.removeFirst();
            settled.add(new Settled(bin.second, bin.outcomes, bin.measured));
        }
        return settled;
    }

    private Bin bin(Due due) {
        return bins.stream()
                .filter(bin -> bin.second == due.second())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("second " + due.second() + " was given away"));
    }
}
