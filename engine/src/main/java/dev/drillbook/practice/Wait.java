package dev.drillbook.practice;

import dev.drillbook.runbook.DrillException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for what other processes do, by looking again and again. */
final class Wait {
    private static final long BETWEEN_LOOKS_MILLIS = 25;

    private Wait() {}

    /** @return whether it held within that time */
    static boolean until(BooleanSupplier holds, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - end > 0) return false;
            aMoment(BETWEEN_LOOKS_MILLIS);
        }
        return true;
    }

    static void aMoment(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DrillException("interrupted while waiting for the practice environment", e);
        }
    }
}
