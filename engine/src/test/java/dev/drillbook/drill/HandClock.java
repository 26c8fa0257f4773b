package dev.drillbook.drill;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a hand turns it. */
public final class HandClock extends Clock {
    private volatile Instant now;

    public HandClock() {
        this(Instant.parse("2026-11-24T09:00:00Z"));
    }

    public HandClock(Instant now) {
        this.now = now;
    }

    public void turnTo(Instant later) {
        now = later;
    }

    public void turn(Duration time) {
        now = now.plus(time);
    }

    long tick() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    DrillClock asDrillClock() {
        return new DrillClock(this, this::tick);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
