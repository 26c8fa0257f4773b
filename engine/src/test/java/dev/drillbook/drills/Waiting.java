package dev.drillbook.drills;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process does. */
final class Waiting {
    private Waiting() {}

    static void until(String what, Duration patience, Callable<Boolean> truth) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!truth.call()) {
                if (System.nanoTime() > deadline) throw new AssertionError("not within " + patience + ": " + what);
                LockSupport.parkNanos(50_000_000);
            }
        } catch (Exception e) {
            throw new IllegalStateException(what, e);
        }
    }
}
