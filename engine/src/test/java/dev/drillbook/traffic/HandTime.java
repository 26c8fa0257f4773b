package dev.drillbook.traffic;

import java.time.Duration;
import java.time.Instant;

/** Sleeping takes no time: it turns the clocks. */
final class HandTime implements Time {
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private long tick;
    private long oversleeps;
    private Duration set = Duration.ZERO;

    void passes(long nanos) {
        tick += nanos;
    }

    /** The wall clock, by somebody, or because the machine slept. */
    void isSetBy(Duration time) {
        set = time;
    }

    /** The next time that somebody sleeps. */
    void oversleeps(long nanos) {
        oversleeps = nanos;
    }

    @Override
    public Instant now() {
        return NOON.plusNanos(tick).plus(set);
    }

    @Override
    public long tick() {
        return tick;
    }

    @Override
    public void sleepUntil(long moment) {
        if (moment <= tick) return;
        tick = moment + oversleeps;
        oversleeps = 0;
    }
}
