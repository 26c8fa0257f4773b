package dev.drillbook.script;

import java.time.Duration;
import java.util.Locale;

/** Times of a plan as {@code 0:20}, {@code 45:00} or {@code 2:00:00}. */
final class Clock {
    private Clock() {}

    static String of(Duration time) {
        String rest = String.format(Locale.ROOT, "%02d", time.toSecondsPart());
        if (time.toHours() == 0) return time.toMinutesPart() + ":" + rest;
        return time.toHours() + String.format(Locale.ROOT, ":%02d:", time.toMinutesPart()) + rest;
    }
}
