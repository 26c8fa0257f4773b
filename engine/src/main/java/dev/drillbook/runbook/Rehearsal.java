package dev.drillbook.runbook;

import java.time.Duration;
import java.util.List;

/** How a team that knows the answer would respond: it makes the runbook testable. */
public record Rehearsal(List<Step> steps) {
    public Rehearsal {
        steps = List.copyOf(steps);
    }

    /** @param at after the drill began */
    public record Step(Duration at, Move move, int line) {}

    /** What the rehearsal does at a step. */
    public sealed interface Move {}

    /** Says something, with a verb of the vocabulary: {@code detected}, {@code hypothesis}, {@code rule-out}, … */
    public record Say(String verb, String text) implements Move {}

    /** Repairs the world as a person would. */
    public record Repair(Change change) implements Move {}
}
