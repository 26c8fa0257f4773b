package dev.drillbook.drill;

import dev.drillbook.environment.BoundWorld;
import dev.drillbook.runbook.Reading;
import dev.drillbook.runbook.Signal;
import dev.drillbook.runbook.SignalProbe;
import dev.drillbook.timeline.Second;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The latest seconds of the signals, for probes to judge. Any thread may use it. */
public final class Signals implements BoundWorld.Readings {
    private final Deque<Second> seconds = new ArrayDeque<>();

    /** Where the clock was set back, what is later than this one is of another reckoning. */
    synchronized void add(Second second) {
        while (!seconds.isEmpty() && !seconds.getLast().at().isBefore(second.at())) seconds.removeLast();
        seconds.addLast(second);
        while (seconds.getFirst().at().isBefore(second.at().minus(SignalProbe.LONGEST_WINDOW))) seconds.removeFirst();
    }

    /** Up to the latest second that was measured: signals come with a small, steady lag. */
    @Override
    public synchronized List<Reading> last(Signal<?> signal, Duration trailing) {
        if (seconds.isEmpty()) return List.of();
        Instant from = seconds.getLast().at().minus(trailing);
        return seconds.stream()
                .filter(second -> second.at().isAfter(from))
                .map(second -> new Reading(second.at(), second.values().getOrDefault(signal.name(), Double.NaN)))
                .toList();
    }

    /** The latest second, for a progress line. */
    public synchronized Optional<Second> latest() {
        return Optional.ofNullable(seconds.peekLast());
    }
}
