package dev.drillbook.traffic;

import java.time.Instant;

/** Sleeping takes no time: it turns the clocks. */
final class HandTime implements Time {
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private long tick;
    private long oversleeps;

    void passes(long nanos) {
        tick += nanos;
    }

    /** The next time that somebody sleeps. */
    void oversleeps(long nanos) {
        oversleeps = nanos;
    }

    @Override
    public Instant now() {
        return NOON.plusNanos(tick);
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
