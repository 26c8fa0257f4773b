package dev.drillbook.drill;

import dev.drillbook.runbook.Milestone;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a drill is over by itself. Pure. */
final class Ends {
    /** How long after its last step, besides the hold time, a rehearsal may wait for restoration. */
    static final Duration AFTER_REHEARSAL = Duration.ofSeconds(60);

    private Ends() {}

    static Optional<Ending> of(Order order, Truth truth, Cues cues, Timeline timeline, Duration elapsed, Instant now) {
        boolean healed = truth.isMet(Milestone.RESTORED) || truth.repairedWithoutImpact(now);
        if (healed && !cues.hasApply()) return Optional.of(Ending.RESTORED);
        if (elapsed.compareTo(order.timeLimit()) >= 0) return Optional.of(Ending.TIME_LIMIT);
        if (order.rehearsal() && elapsed.compareTo(rehearsalEnd(order, cues)) >= 0)
            return Optional.of(Ending.REHEARSAL_OVER);
        if (!order.rehearsal() && !order.runbook().breaksSomething() && everyGoalReached(timeline))
            return Optional.of(Ending.RESTORED);
        return Optional.empty();
    }

    /** A rehearsal in which nothing is broken waits for nothing but its hold time. */
    private static Duration rehearsalEnd(Order order, Cues cues) {
        Duration held = cues.lastStep().plus(order.runbook().holdFor());
        return order.runbook().breaksSomething() ? held.plus(AFTER_REHEARSAL) : held;
    }

    private static boolean everyGoalReached(Timeline timeline) {
        var goals = timeline.brief().goals();
        return !goals.isEmpty()
                && goals.stream()
                        .allMatch(goal -> timeline.reached(goal.milestone()).isPresent());
    }
}
