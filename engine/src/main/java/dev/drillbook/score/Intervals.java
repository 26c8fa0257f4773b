package dev.drillbook.score;

import static dev.drillbook.runbook.Milestone.ACKNOWLEDGED;
import static dev.drillbook.runbook.Milestone.DETECTED;
import static dev.drillbook.runbook.Milestone.MITIGATED;
import static dev.drillbook.runbook.Milestone.RESTORED;
import static dev.drillbook.runbook.Milestone.ROOT_CAUSE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How long things took: DESIGN's first four rows of metrics. */
record Intervals(Moments moments) {
    List<Metric> metrics() {
        Moment impact = moments.firstImpact();
        Moment detected = moments.milestone(DETECTED);
        return List.of(
                metric("time-to-detect", "time to detect", DETECTED, impact),
                metric("time-to-detect-from-apply", "time to detect, from the apply", DETECTED, moments.applied()),
                metric("time-to-acknowledge", "time to acknowledge", ACKNOWLEDGED, moments.alertFired()),
                metric("time-to-diagnose", "time to diagnose", ROOT_CAUSE, detected),
                metric("time-to-mitigate", "time to mitigate", MITIGATED, impact),
                metric("time-to-mitigate-from-detection", "time to mitigate, from detection", MITIGATED, detected),
                metric("time-to-restore", "time to restore", RESTORED, impact),
                metric("time-to-restore-from-detection", "time to restore, from detection", RESTORED, detected));
    }

    private Metric metric(String id, String name, String milestone, Moment from) {
        Moment to = moments.milestone(milestone);
        Optional<GoalResult> goal = moments.timeline().brief().goal(milestone).map(set -> GoalResult.of(set, moments));
        return new Metric(id, name, between(to, from, moments.over()), formula(to, from), goal);
    }

    private String formula(Moment to, Moment from) {
        return to.inWords(moments.times()) + " − " + from.inWords(moments.times());
    }

    /** @param over what "elapsed" of a moment that never came is counted to */
    static Measure between(Moment to, Moment from, Instant over) {
        if (from.at().isEmpty()) return new Measure.Unknown(from.missing());
        if (to.at().isEmpty() && from.at().get().isAfter(over))
            return new Measure.Unknown(from.name() + " only after the drill was over");
        return to.at()
                .<Measure>map(at -> new Measure.Span(Duration.between(from.at().get(), at)))
                .orElseGet(
                        () -> new Measure.NotReached(Duration.between(from.at().get(), over)));
    }
}
