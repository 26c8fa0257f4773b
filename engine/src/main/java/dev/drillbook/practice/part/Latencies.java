package dev.drillbook.practice.part;

import java.time.Clock;
import org.HdrHistogram.Histogram;

/** How long requests took: quantiles over the last ten seconds, sum and count since the start. Thread-safe. */
public final class Latencies {
    private static final int SECONDS = 10;
    private static final long LONGEST_MICROS = 60_000_000;

    private final Clock clock;
    private final Histogram[] slots = new Histogram[SECONDS];
    private final long[] slotSecond = new long[SECONDS];
    private long count;
    private double sumSeconds;

    public Latencies(Clock clock) {
        this.clock = clock;
        for (int i = 0; i < SECONDS; i++) slots[i] = empty();
    }

    public synchronized void record(long nanos) {
        long second = clock.instant().getEpochSecond();
        int slot = (int) (second % SECONDS);
        if (slotSecond[slot] != second) {
            slots[slot].reset();
            slotSecond[slot] = second;
        }
        slots[slot].recordValue(Math.min(Math.max(nanos / 1000, 1), LONGEST_MICROS));
        count++;
        sumSeconds += nanos / 1e9;
    }

    public synchronized long count() {
        return count;
    }

    /** Appends the samples of a summary, in seconds; a quantile of no requests is {@code NaN}. */
    public synchronized void appendTo(MetricsText text, String name, String... labels) {
        Histogram recent = recent();
        for (String quantile : new String[] {"0.5", "0.95", "0.99"}) {
            double micros = recent.getValueAtPercentile(100 * Double.parseDouble(quantile));
            text.sample(
                    name,
                    recent.getTotalCount() == 0 ? Double.NaN : micros / 1e6,
                    MetricsText.with(labels, "quantile", quantile));
        }
        text.sample(name + "_sum", sumSeconds, labels);
        text.sample(name + "_count", count, labels);
    }

    private Histogram recent() {
        long second = clock.instant().getEpochSecond();
        Histogram recent = empty();
        for (int i = 0; i < SECONDS; i++) if (second - slotSecond[i] < SECONDS) recent.add(slots[i]);
        return recent;
    }

    private static Histogram empty() {
        return new Histogram(LONGEST_MICROS, 2);
    }
}
