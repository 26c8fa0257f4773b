package dev.drillbook.timeline;

import dev.drillbook.timeline.Happening.ProbeTurned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A stretch of time in which at least one steady-state probe is broken. A probe that answers unknown is not broken.
 *
 * @param open whether it had not ended when it was last looked at, which is its {@code to} then
 */
public record Breach(Instant from, Instant to, boolean open) {
    public Duration length() {
        return Duration.between(from, to);
    }

    /** Oldest first; no two overlap. */
    static List<Breach> in(Timeline timeline) {
        return timeline.entries().isEmpty() ? List.of() : in(timeline.all(ProbeTurned.class), timeline.watchedUntil());
    }

    /** @param end where a breach that never healed ends */
    private static List<Breach> in(List<Stamped<ProbeTurned>> turns, Instant end) {
        List<Breach> breaches = new ArrayList<>();
        Set<String> broken = new HashSet<>();
        Instant from = null;
        for (var turn : turns) {
            if (turn.what().verdict().breaches()) broken.add(turn.what().probe());
            else broken.remove(turn.what().probe());

            if (from == null && !broken.isEmpty()) from = turn.at();
            if (from != null && broken.isEmpty()) {
                breaches.add(new Breach(from, turn.at(), false));
                from = null;
            }
        }
        if (from != null) breaches.add(new Breach(from, end, true));
        return breaches;
    }
}
