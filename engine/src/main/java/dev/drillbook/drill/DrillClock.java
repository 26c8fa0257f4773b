package dev.drillbook.drill;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Time as a drill sees it. @param ticker nanoseconds that never jump */
public record DrillClock(Clock wall, LongSupplier ticker) {
    public static DrillClock system() {
        return new DrillClock(Clock.systemUTC(), System::nanoTime);
    }

    public Instant now() {
        return wall.instant();
    }
}
