package dev.drillbook.script;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/** What follows a number and a dot: {@code 5.minutes}, {@code 1.5.hours}, {@code 300.millis}, {@code 1.percent}. */
public final class Units {
    static final List<String> TIMES =
            List.of("millis", "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days");
    static final String SHARE = "percent";

    private Units() {}

    public static Duration getMillis(Number count) {
        return time(count, 1_000_000L, "millis");
    }

    public static Duration getSecond(Number count) {
        return getSeconds(count);
    }

    public static Duration getSeconds(Number count) {
        return time(count, 1_000_000_000L, "seconds");
    }

    public static Duration getMinute(Number count) {
        return getMinutes(count);
    }

    public static Duration getMinutes(Number count) {
        return time(count, 60_000_000_000L, "minutes");
    }

    public static Duration getHour(Number count) {
        return getHours(count);
    }

    public static Duration getHours(Number count) {
        return time(count, 3_600_000_000_000L, "hours");
    }

    public static Duration getDay(Number count) {
        return getDays(count);
    }

    public static Duration getDays(Number count) {
        return time(count, 86_400_000_000_000L, "days");
    }

    /** @throws Invalid outside of 0 to 100 */
    public static Share getPercent(Number count) {
        return new Share(exact(count).movePointLeft(2).doubleValue());
    }

    private static Duration time(Number count, long nanos, String unit) {
        BigDecimal all = exact(count).multiply(BigDecimal.valueOf(nanos)).setScale(0, RoundingMode.HALF_UP);
        if (all.signum() < 0 || all.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0)
            throw new Invalid("a time of " + count + "." + unit + ": write one from 0.seconds to 100000.days");
        return Duration.ofNanos(all.longValueExact());
    }

    private static BigDecimal exact(Number count) {
        return new BigDecimal(count.toString());
    }
}
