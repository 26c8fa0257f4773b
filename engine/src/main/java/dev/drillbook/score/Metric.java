package dev.drillbook.score;

import java.util.Optional;

/**
 * One number of a scorecard.
 *
 * @param id stable, for machines, such as {@code time-to-detect}
 * @param name in words
 * @param formula with this drill's own times and counts in it
 * @param goal the goal of the milestone that this metric is about, if the runbook set one
 */
public record Metric(String id, String name, Measure value, String formula, Optional<GoalResult> goal) {
    static Metric of(String id, String name, Measure value, String formula) {
        return new Metric(id, name, value, formula, Optional.empty());
    }
}
