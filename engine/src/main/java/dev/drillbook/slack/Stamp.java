package dev.drillbook.slack;

import java.math.BigDecimal;
import java.time.Instant;

/** Slack's {@code ts}: seconds and microseconds, {@code 1732450000.000100}. */
final class Stamp {
    private static final int MICRO = 1_000;
    private static final int CLOCKS_DIFFER = 60;

    private Stamp() {}

    /** Earlier than any message of ours about what began then, were Slack's clock a minute behind ours. */
    static String before(Instant beginning) {
        return beginning.minusSeconds(CLOCKS_DIFFER).getEpochSecond() + ".000000";
    }

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
