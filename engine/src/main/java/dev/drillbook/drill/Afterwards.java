package dev.drillbook.drill;

import dev.drillbook.runbook.Probe;
import dev.drillbook.runbook.SignalProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whether the world was looked at since a moment, such as the last undo: every probe was asked after it and, where
 * signals are measured, after so many whole seconds of them that most of what the probes judge is from after it.
 */
final class Afterwards {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final long enough;
    private boolean isMeasured;
    private long seconds;
    private Instant moment = Instant.MIN;
    private Long countsFrom = Long.MIN_VALUE;
    private boolean isSeen = true;

    /** @param probes those that will be believed */
    Afterwards(List<Probe> probes) {
        enough = probes.stream()
                .filter(SignalProbe.class::isInstance)
                .mapToLong(probe -> ((SignalProbe) probe).window().toSeconds() / 2 + 1)
                .max()
                .orElse(1);
    }

    /** @param tick the drill's, now */
    void from(Instant now, long tick) {
        moment = now;
        seconds = 0;
        countsFrom = isMeasured ? null : tick;
        isSeen = false;
    }

    /** A second of the signals, of which something was measured. @param tick the drill's, when it is known */
    void measured(Instant end, long tick) {
        isMeasured = true;
        if (countsFrom != null || end.minus(A_SECOND).isBefore(moment)) return;
        if (++seconds >= enough) countsFrom = tick;
    }

    /** @param asked the drill's tick when the probes were */
    void observed(long asked) {
        if (countsFrom != null && asked - countsFrom > 0) isSeen = true;
    }

    boolean isSeen() {
        return isSeen;
    }
}
