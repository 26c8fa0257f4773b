package dev.drillbook.drill;

import dev.drillbook.runbook.Milestone;
import dev.drillbook.timeline.Brief;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a drill is over by itself. Pure. */
final class Ends {
    /** How long the world may take to heal after a rehearsal's last step; the hold time comes on top. */
    static final Duration TO_HEAL = Duration.ofSeconds(60);

    private Ends() {}

    /** @param breaksMore whether a fault is still to come, or on its way @param lastAct when the plan does its last by itself */
    static Optional<Ending> of(
            Order order,
            Truth truth,
            boolean breaksMore,
            Duration lastAct,
            Timeline timeline,
            Duration elapsed,
            Instant now) {
        boolean healed = truth.isMet(Milestone.RESTORED) || truth.repairedWithoutImpact(now);
        if (healed && !breaksMore) return Optional.of(Ending.RESTORED);
        if (elapsed.compareTo(order.timeLimit()) >= 0) return Optional.of(Ending.TIME_LIMIT);
        if (order.rehearsal() && rehearsalOver(timeline.brief(), truth.heldFor(now), lastAct, elapsed))
            return Optional.of(Ending.REHEARSAL_OVER);
        if (!order.rehearsal() && !order.runbook().breaksSomething() && everyGoalReached(timeline))
            return Optional.of(Ending.RESTORED);
        return Optional.empty();
    }

    /**
     * A rehearsal in which nothing is broken waits for nothing but its hold time. One whose goal is restoration is over once
     * that can no longer be confirmed in time: it has failed.
     */
    private static boolean rehearsalOver(Brief brief, Duration held, Duration lastAct, Duration elapsed) {
        Duration hold = brief.holdFor();
        if (!brief.breaksSomething()) return elapsed.compareTo(lastAct.plus(hold)) >= 0;
        boolean wanted = brief.goal(Milestone.RESTORED).isPresent();
        Duration toHold = wanted && held.compareTo(hold) < 0 ? hold.minus(held) : Duration.ZERO;
        return elapsed.plus(toHold).compareTo(lastAct.plus(TO_HEAL).plus(hold)) >= 0;
    }

    private static boolean everyGoalReached(Timeline timeline) {
        var goals = timeline.brief().goals();
        return !goals.isEmpty()
                && goals.stream()
                        .allMatch(goal -> timeline.reached(goal.milestone()).isPresent());
    }
}
