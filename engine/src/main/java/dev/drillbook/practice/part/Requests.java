package dev.drillbook.practice.part;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What one server answered: how often each status, and how fast. Thread-safe. */
public final class Requests {
    private final Map<Integer, LongAdder> byStatus = new ConcurrentSkipListMap<>();
    private final Latencies latencies;

    public Requests(Clock clock) {
        latencies = new Latencies(clock);
    }

    public void answered(int status, long nanos) {
        byStatus.computeIfAbsent(status, first -> new LongAdder()).increment();
        latencies.record(nanos);
    }

    /** Appends samples of a counter, with a label {@code status} after the given ones. */
    public void appendCounts(MetricsText text, String name, String... labels) {
        byStatus.forEach((status, count) ->
                text.sample(name, count.sum(), MetricsText.with(labels, "status", Integer.toString(status))));
    }

    public void appendLatencies(MetricsText text, String name, String... labels) {
        latencies.appendTo(text, name, labels);
    }
}
