package dev.drillbook.traffic;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The wall clock, a clock that never jumps, and waiting by the latter. */
interface Time {
    Instant now();

    /** In nanoseconds from an arbitrary moment. */
    long tick();

    /** Returns at once when the moment has passed. */
    void sleepUntil(long tick) throws InterruptedException;

    static Time real() {
        return new Time() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public long tick() {
                return System.nanoTime();
            }

            @Override
            public void sleepUntil(long tick) throws InterruptedException {
                for (long left = tick - tick(); left > 0; left = tick - tick()) {
                    if (Thread.interrupted()) throw new InterruptedException();
                    LockSupport.parkNanos(this, left);
                }
            }
        };
    }
}
