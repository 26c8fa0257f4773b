package dev.drillbook.timeline;

import dev.drillbook.runbook.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The signals of a drill, second by second, oldest first. */
public record Series(List<Second> seconds) {
    public Series {
        seconds = List.copyOf(seconds);
    }

    public static Series none() {
        return new Series(List.of());
    }

    /** The names of all signals that were ever measured, sorted. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        seconds.forEach(second -> names.addAll(second.values().keySet()));
        return names;
    }

    /** What one signal read, oldest first; {@code NaN} where it was not measured. */
    public List<Reading> of(String signal) {
        return seconds.stream()
                .map(second -> new Reading(second.at(), second.values().getOrDefault(signal, Double.NaN)))
                .toList();
    }

    /** The seconds that ended after {@code from}, up to and including {@code to}. */
    public Series between(Instant from, Instant to) {
        return new Series(seconds.stream()
                .filter(second -> second.at().isAfter(from) && !second.at().isAfter(to))
                .toList());
    }
}
