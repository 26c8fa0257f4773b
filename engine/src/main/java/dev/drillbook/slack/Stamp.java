package dev.drillbook.slack;

import java.math.BigDecimal;
import java.time.Instant;

/** Slack's {@code ts}: seconds and microseconds, {@code 1732450000.000100}. */
final class Stamp {
    private static final int MICRO = 1_000;

    private Stamp() {}

    /** @throws NumberFormatException when it is none */
    static Instant instant(String ts) {
        BigDecimal seconds = new BigDecimal(ts);
        long whole = seconds.longValue();
        long micros =
                seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(6).longValue();
        return Instant.ofEpochSecond(whole, micros * MICRO);
    }

    /** Slack's clock may be ahead of ours: nothing was said after it was heard. */
    static Instant instant(String ts, Instant received) {
        Instant said = instant(ts);
        return said.isAfter(received) ? received : said;
    }
}
