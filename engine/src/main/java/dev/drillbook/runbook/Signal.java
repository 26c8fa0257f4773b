package dev.drillbook.runbook;

import java.time.Duration;

/**
 * A named number measured every second.
 *
 * @param name as in {@code signals.jsonl}, such as {@code traffic.errors}
 * @param scale what its limits are written in: {@link Share}, {@link Duration} or {@link Double} (a count or a rate)
 */
public record Signal<L>(String name, Class<L> scale) {
    /** A probe that holds while the signal is under the limit. */
    public SignalProbe below(L limit) {
        return new SignalProbe(this, Side.BELOW, number(limit), SignalProbe.USUAL_WINDOW);
    }

    /** A probe that holds while the signal is over the limit. */
    public SignalProbe above(L limit) {
        return new SignalProbe(this, Side.ABOVE, number(limit), SignalProbe.USUAL_WINDOW);
    }

    private static double number(Object limit) {
        if (limit instanceof Share share) return share.ofOne();
        if (limit instanceof Duration time) return time.toNanos() / 1e9;
        return ((Number) limit).doubleValue();
    }
}
