package dev.drillbook.drill;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether the world was looked at since a moment, such as the last undo: every probe was asked after it and, where
 * signals are measured, after a whole second of them that began after it.
 */
final class Afterwards {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private boolean isMeasured;
    private Instant moment = Instant.MIN;
    private Long countsFrom = Long.MIN_VALUE;
    private boolean isSeen = true;

    /** @param tick the drill's, now */
    void from(Instant now, long tick) {
        moment = now;
        countsFrom = isMeasured ? null : tick;
        isSeen = false;
    }

    /** @param end of a second of the signals @param tick the drill's, when it is known */
    void measured(Instant end, long tick) {
        isMeasured = true;
        if (countsFrom == null && !end.minus(A_SECOND).isBefore(moment)) countsFrom = tick;
    }

    /** @param asked the drill's tick when the probes were */
    void observed(long asked) {
        if (countsFrom != null && asked - countsFrom > 0) isSeen = true;
    }

    boolean isSeen() {
        return isSeen;
    }
}
