package dev.drillbook.timeline;

import dev.drillbook.runbook.Milestone;
import dev.drillbook.timeline.Claim.Reached;
import dev.drillbook.timeline.Claim.RuledOut;
import dev.drillbook.timeline.Claim.Suspected;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A suspected cause and how it ended.
 *
 * @param number within the drill, from 1
 * @param from the time claimed for it
 * @param to the time claimed for its ruling out or confirmation; empty while it is open
 */
public record Hypothesis(int number, String text, String who, Instant from, Optional<Instant> to, Fate fate) {
    /** How a hypothesis ended. */
    public enum Fate {
        OPEN,
        RULED_OUT,
        CONFIRMED
    }

    public boolean isOpen() {
        return fate == Fate.OPEN;
    }

    /** By number. What ended a hypothesis first stands. @param claims in the order in which they were received */
    static List<Hypothesis> in(List<Claim> claims) {
        Map<Integer, Hypothesis> byNumber = new TreeMap<>();
        for (Claim claim : claims) {
            if (claim instanceof Suspected said)
                byNumber.put(
                        said.number(),
                        new Hypothesis(
                                said.number(), said.text(), said.who(), said.claimed(), Optional.empty(), Fate.OPEN));
            if (claim instanceof RuledOut out)
                byNumber.computeIfPresent(out.number(), (n, open) -> open.ended(out.claimed(), Fate.RULED_OUT));
            if (claim instanceof Reached reached && reached.milestone().equals(Milestone.ROOT_CAUSE))
                confirmed(reached.text().strip(), List.copyOf(byNumber.values()))
                        .ifPresent(
                                right -> byNumber.put(right.number(), right.ended(reached.claimed(), Fate.CONFIRMED)));
        }
        return List.copyOf(byNumber.values());
    }

    /**
     * A root cause confirms the hypothesis that it repeats, by its text or its number. One without words confirms the
     * newest. Other words confirm nothing: to guess that they mean the same would credit a wrong track.
     */
    private static Optional<Hypothesis> confirmed(String rootCause, List<Hypothesis> said) {
        return said.stream()
                .filter(Hypothesis::isOpen)
                .filter(open -> rootCause.isEmpty() || open.isCalled(rootCause))
                .reduce((older, newer) -> newer);
    }

    private boolean isCalled(String words) {
        return words.equalsIgnoreCase(text.strip()) || words.equals(Integer.toString(number));
    }

    private Hypothesis ended(Instant at, Fate how) {
        return isOpen() ? new Hypothesis(number, text, who, from, Optional.of(at), how) : this;
    }
}
