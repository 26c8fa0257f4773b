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
    /** By when, after a rehearsal's last step, all must hold that then has to for the hold time. */
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
     * A rehearsal in which nothing is broken waits for nothing but its hold time. Any other is over once restoration can no
     * longer be confirmed in time: nobody need wait for what is still broken to have held.
     */
    private static boolean rehearsalOver(Runbook runbook, Duration held, Duration lastStep, Duration elapsed) {
        Duration hold = runbook.holdFor();
        if (!runbook.breaksSomething()) return elapsed.compareTo(lastStep.plus(hold)) >= 0;
        Duration heldOfIt = held.compareTo(hold) < 0 ? held : hold;
        return elapsed.minus(heldOfIt).compareTo(lastStep.plus(TO_HEAL)) >= 0;
    }

    private static boolean everyGoalReached(Timeline timeline) {
        var goals = timeline.brief().goals();
        return !goals.isEmpty()
                && goals.stream()
                        .allMatch(goal -> timeline.reached(goal.milestone()).isPresent());
    }
}
