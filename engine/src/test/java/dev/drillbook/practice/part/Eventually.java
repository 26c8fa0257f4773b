package dev.drillbook.practice.part;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what a real process or thread does in its own time, and fails when it takes unreasonably long. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Eventually() {}

    public static void see(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) throw new AssertionError("not within " + PATIENCE + ": " + what);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
