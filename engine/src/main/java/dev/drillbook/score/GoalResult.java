package dev.drillbook.score;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.drillbook.runbook.Milestone;
import dev.drillbook.timeline.Brief.Goal;
import dev.drillbook.wording.Durations;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A milestone against its goal.
 *
 * @param within how soon after the first apply it should come
 * @param took how soon after the first apply it came
 * @param met empty when it cannot be judged: nothing was applied, there is time left, or there was nothing to
 *     mitigate or restore, because users never felt the fault
 */
@JsonIgnoreProperties(value = "words", allowGetters = true)
public record GoalResult(String milestone, Duration within, Measure took, Optional<Boolean> met) {
    private static final Set<String> FROM_IMPACT = Set.of(Milestone.MITIGATED, Milestone.RESTORED);

    static GoalResult of(Goal goal, Moments moments) {
        Measure took = Intervals.between(moments.milestone(goal.milestone()), moments.applied(), moments.over());
        return new GoalResult(goal.milestone(), goal.within(), took, met(goal, took, moments));
    }

    private static Optional<Boolean> met(Goal goal, Measure took, Moments moments) {
        Duration within = goal.within();
        if (took instanceof Measure.Span span) return Optional.of(span.length().compareTo(within) <= 0);
        if (FROM_IMPACT.contains(goal.milestone()) && moments.firstImpact().at().isEmpty()) return Optional.empty();
        if (took instanceof Measure.NotReached not
                && (moments.isOver() || not.elapsed().compareTo(within) > 0)) return Optional.of(false);
        return Optional.empty();
    }

    public boolean isMet() {
        return met.orElse(false);
    }

    public boolean isMissed() {
        return met.isPresent() && !met.get();
    }

    /** How soon it came; where that reads like the goal that it missed, also by how much. */
    public String tookInWords() {
        return took instanceof Measure.Span span ? Durations.against(within, span.length()) : took.inWords();
    }

    /** Such as {@code within 5 min 00 s of the first apply: met, 4 min 12 s}. */
    @JsonProperty("words")
    public String inWords() {
        String verdict = met.map(yes -> yes ? "met, " : "missed, ").orElse("");
        return "within " + Durations.inWords(within) + " of the first apply: " + verdict + tookInWords();
    }
}
