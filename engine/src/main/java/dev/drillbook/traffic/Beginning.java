package dev.drillbook.traffic;

import java.time.Duration;
import java.time.Instant;

/** When the first second began, by both clocks. Seconds are those of the wall clock, and counted from 0. */
record Beginning(Instant at, long tick) {
    static final long SECOND = 1_000_000_000;

    static Beginning atTheNextSecond(Time time) {
        Instant now = time.now();
        long tick = time.tick();
        return new Beginning(Instant.ofEpochSecond(now.getEpochSecond() + 1), tick + SECOND - now.getNano());
    }

    long tickOf(Due due) {
        return tick + due.at();
    }

    /** @return negative before the first one */
    int secondAt(long when) {
        return Math.toIntExact(Math.floorDiv(when - tick, SECOND));
    }

    long tickAtEndOf(int second) {
        return tick + (second + 1) * SECOND;
    }

    Instant endOf(int second) {
        return at.plusSeconds(second + 1L);
    }

    /**
     * The same by the wall clock as it goes now: in whole seconds, by which it was set since, or stood still in its sleep. The
     * journal goes by that clock, and a reader lays both over each other.
     */
    Instant endOf(int second, Time time) {
        Duration apart = Duration.between(at.plusNanos(time.tick() - tick), time.now());
        return endOf(second).plusSeconds(Math.round(apart.toMillis() / 1e3));
    }
}
