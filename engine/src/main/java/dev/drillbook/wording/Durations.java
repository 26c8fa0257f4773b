package dev.drillbook.wording;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them: {@code 850 ms}, {@code 12 s}, {@code 7 min 00 s}, {@code 1 h 05 min}, {@code 2 d 03 h}. */
public final class Durations {
    private static final long MINUTE = 60, HOUR = 60 * MINUTE, DAY = 24 * HOUR;

    private Durations() {}

    /** Rounded to the smaller of the two units that are shown; a negative one begins with a minus. */
    public static String inWords(Duration time) {
        if (time.isNegative()) return minus(inWords(time.negated()));

        long millis = time.plusNanos(500_000).toMillis();
        if (millis == 0) return "0 s";
        if (millis < 1000) return millis + " ms";

        long seconds = rounded(millis, 1000);
        if (seconds < MINUTE) return seconds + " s";
        if (seconds < HOUR) return two(seconds, MINUTE, "min", 1, "s");
        long minutes = rounded(seconds, MINUTE) * MINUTE;
        if (minutes < DAY) return two(minutes, HOUR, "h", MINUTE, "min");
        return two(rounded(seconds, HOUR) * HOUR, DAY, "d", HOUR, "h");
    }

    /** What took longer than it should, such as {@code 5 min 12 s}; where that reads the same, also by how much. */
    public static String against(Duration limit, Duration took) {
        String words = inWords(took);
        Duration over = took.minus(limit);
        if (over.isNegative() || over.isZero() || !words.equals(inWords(limit))) return words;
        return words + " (" + (over.toMillis() == 0 ? "less than 1 ms" : inWords(over)) + " over)";
    }

    private static String minus(String words) {
        return words.equals("0 s") ? words : "-" + words;
    }

    private static String two(long seconds, long big, String bigUnit, long small, String smallUnit) {
        return String.format(Locale.ROOT, "%d %s %02d %s", seconds / big, bigUnit, seconds % big / small, smallUnit);
    }

    private static long rounded(long value, long unit) {
        return Math.floorDiv(value + unit / 2, unit);
    }
}
