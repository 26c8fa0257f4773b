package dev.drillbook.score;

import dev.drillbook.runbook.Milestone;
import java.util.List;

/** How far what people said lay from what was measured; negative when they said it too early. */
record ClaimErrors(Moments moments) {
    List<Metric> metrics() {
        return List.of(of(Milestone.MITIGATED), of(Milestone.RESTORED));
    }

    private Metric of(String milestone) {
        Moment claimed = moments.claimed(milestone);
        Moment measured = moments.milestone(milestone);
        Measure error = claimed.at().isEmpty()
                ? new Measure.NotAsked("nobody claimed it")
                : Intervals.between(claimed, measured, moments.over());
        return Metric.of(
                "claim-error-" + milestone,
                "claim error, " + milestone,
                error,
                claimed.inWords(moments.times()) + " − " + measured.inWords(moments.times()) + " (measured)");
    }
}
