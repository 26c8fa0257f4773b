package dev.drillbook.traffic;

import dev.drillbook.timeline.Second;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The seconds that a traffic under test reports. */
final class Seen implements Consumer<Second> {
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private final BlockingQueue<Second> seconds = new LinkedBlockingQueue<>();

    @Override
    public void accept(Second second) {
        seconds.add(second);
    }

    List<Second> next(int count) throws InterruptedException {
        List<Second> next = new ArrayList<>();
        while (next.size() < count) next.add(next());
        return next;
    }

    Second next() throws InterruptedException {
        Second next = seconds.poll(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        if (next == null) throw new AssertionError("no second was reported for " + DEADLINE);
        return next;
    }

    Second first(Predicate<Second> wanted) throws InterruptedException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        for (Second second = next(); System.nanoTime() < end; second = next()) if (wanted.test(second)) return second;
        throw new AssertionError("no such second for " + DEADLINE);
    }

    /** As {@link #first}, among those in which this process did not stand still: of the others nothing can be said. */
    Second measured(Predicate<Second> wanted) throws InterruptedException {
        return first(second -> isMeasured(second) && wanted.test(second));
    }

    /** The next seconds, up to the first that was measured. */
    List<Second> untilMeasured() throws InterruptedException {
        List<Second> next = new ArrayList<>();
        first(second -> next.add(second) && isMeasured(second));
        return next;
    }

    static boolean isMeasured(Second second) {
        return !second.values().isEmpty();
    }

    boolean isEmpty() {
        return seconds.isEmpty();
    }
}
