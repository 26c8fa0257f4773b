package dev.drillbook.report;

import dev.drillbook.report.Model.Goal;
import dev.drillbook.report.Model.Metric;
import dev.drillbook.report.Model.Score;
import dev.drillbook.score.GoalResult;
import dev.drillbook.score.Observation;
import dev.drillbook.score.Observation.Tone;
import dev.drillbook.wording.Durations;
import java.util.List;

/** The scorecard: goals, then every metric with the formula that gave it. */
final class ScoreSection {
    private ScoreSection() {}

    static Score of(Subject subject) {
        return new Score(
                subject.scorecard().goals().stream().map(ScoreSection::goal).toList(),
                subject.scorecard().metrics().stream()
                        .map(metric -> new Metric(metric.name(), metric.value().inWords(), metric.formula()))
                        .toList());
    }

    private static Goal goal(GoalResult goal) {
        String verdict = goal.met().map(met -> met ? "met" : "missed").orElse("not judged");
        String tone = goal.met().map(met -> met ? "good" : "bad").orElse("neutral");
        return new Goal(goal.milestone(), Durations.inWords(goal.within()), goal.tookInWords(), verdict, tone);
    }

    static List<String> observed(Subject subject, Tone tone) {
        return subject.scorecard().observations().stream()
                .filter(observation -> observation.tone() == tone)
                .map(Observation::text)
                .toList();
    }
}
