package dev.drillbook.drill;

import dev.drillbook.runbook.Milestone;
import dev.drillbook.runbook.Runbook;
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

    static Optional<Ending> of(Order order, Truth truth, Cues cues, Timeline timeline, Duration elapsed, Instant now) {
        boolean healed = truth.isMet(Milestone.RESTORED) || truth.repairedWithoutImpact(now);
        if (healed && !cues.hasApply()) return Optional.of(Ending.RESTORED);
        if (elapsed.compareTo(order.timeLimit()) >= 0) return Optional.of(Ending.TIME_LIMIT);
        if (order.rehearsal() && rehearsalOver(order.runbook(), truth.heldFor(now), cues.lastStep(), elapsed))
            return Optional.of(Ending.REHEARSAL_OVER);
        if (!order.rehearsal() && !order.runbook().breaksSomething() && everyGoalReached(timeline))
            return Optional.of(Ending.RESTORED);
        return Optional.empty();
    }

    /**
     * A rehearsal in which nothing is broken waits for nothing but its hold time. One whose goal is restoration is over once
     * that can no longer be confirmed in time: it has failed.
     */
    private static boolean rehearsalOver(Runbook runbook, Duration held, Duration lastStep, Duration elapsed) {
        Duration hold = runbook.holdFor();
        if (!runbook.breaksSomething()) return elapsed.compareTo(lastStep.plus(hold)) >= 0;
        Duration toHold = wantsRestoration(runbook) && held.compareTo(hold) < 0 ? hold.minus(held) : Duration.ZERO;
        return elapsed.plus(toHold).compareTo(lastStep.plus(TO_HEAL).plus(hold)) >= 0;
    }

    private static boolean wantsRestoration(Runbook runbook) {
        return runbook.milestones().stream().anyMatch(goal -> goal.name().equals(Milestone.RESTORED));
    }

    private static boolean everyGoalReached(Timeline timeline) {
        var goals = timeline.brief().goals();
        return !goals.isEmpty()
                && goals.stream()
                        .allMatch(goal -> timeline.reached(goal.milestone()).isPresent());
    }
}
