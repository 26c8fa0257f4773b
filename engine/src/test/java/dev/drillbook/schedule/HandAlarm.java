package dev.drillbook.schedule;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** An alarm that rings when a test turns the clock. */
final class HandAlarm implements Alarm {
    private final Map<Due, Instant> set = new HashMap<>();
    private Consumer<Due> bell = due -> {};

    @Override
    public void start(Consumer<Due> heard) {
        bell = heard;
    }

    @Override
    public void set(Due due, Instant at) {
        set.put(due, at);
    }

    @Override
    public void cancel(Due due) {
        set.remove(due);
    }

    @Override
    public void close() {
        set.clear();
    }

    /** The moment of the next that is set. */
    Optional<Instant> next() {
        return set.values().stream().min(Comparator.naturalOrder());
    }

    /** Rings all that are due by then, the earliest first. */
    void ringUntil(Instant now) {
        for (Optional<Due> due = dueBy(now); due.isPresent(); due = dueBy(now)) {
            set.remove(due.get());
            bell.accept(due.get());
        }
    }

    /** As a scheduler that is mistaken might. */
    void ring(Due due) {
        bell.accept(due);
    }

    private Optional<Due> dueBy(Instant now) {
        return set.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .min(Map.Entry.<Due, Instant>comparingByValue()
                        .thenComparing(entry -> entry.getKey().kind())
                        .thenComparing(entry -> entry.getKey().schedule()))
                .map(Map.Entry::getKey);
    }
}
