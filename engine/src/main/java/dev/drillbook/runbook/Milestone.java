package dev.drillbook.runbook;

import java.time.Duration;
import java.util.List;

/**
 * A moment of the response, and how soon after the first apply it should come.
 *
 * @param when probes that must hold as well; a runbook's own milestone that has some is reached by truth
 */
public record Milestone(String name, Duration within, List<Probe> when, int line) {
    public static final String DETECTED = "detected";
    public static final String ACKNOWLEDGED = "acknowledged";
    public static final String INVESTIGATING = "investigating";
    public static final String ROOT_CAUSE = "root cause";
    public static final String MITIGATED = "mitigated";
    public static final String RESTORED = "restored";

    /** The moments that every drill knows, in the order in which they usually come. */
    public static final List<String> USUAL =
            List.of(DETECTED, ACKNOWLEDGED, INVESTIGATING, ROOT_CAUSE, MITIGATED, RESTORED);

    public Milestone {
        when = List.copyOf(when);
        if (name.isBlank()) throw new Invalid("a milestone has no name: write one, such as 'detected'");
        if (within.isNegative() || within.isZero())
            throw new Invalid("milestone '" + name + "' within " + within.toSeconds()
                    + " s: write a time above zero, such as within 5.minutes");
    }

    /** Whether the engine itself measures this one, so that no claim can reach it. */
    public boolean byTruth() {
        return name.equals(MITIGATED) || name.equals(RESTORED) || !when.isEmpty();
    }
}
