package dev.drillbook.score;

import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Timeline;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a drill went: a pure function of its timeline. Its JSON form is {@code scorecard.json}: times are ISO-8601,
 * durations in seconds; see {@link ScorecardJson}.
 *
 * @param ending why the drill is over; empty while it is not
 * @param bites whether a fault took hold and a breach began before any repair
 * @param truth what was measured: applied, took hold, first impact, alert fired, mitigated, restored
 * @param claims what people said of the usual milestones, the two that are measured included
 * @param goals in the runbook's order
 * @param metrics DESIGN's, in its order, each with its formula
 * @param observations suggestions for the postmortem, from the numbers alone
 */
public record Scorecard(
        String drill,
        String runbook,
        Optional<Ending> ending,
        boolean bites,
        List<Stamp> truth,
        List<Stamp> claims,
        List<GoalResult> goals,
        List<Metric> metrics,
        List<AlertResult> alerts,
        List<DeadEnd> deadEnds,
        List<Observation> observations) {

    /** @throws dev.drillbook.runbook.DrillException when the timeline has no first entry */
    public static Scorecard of(Timeline timeline) {
        Moments moments = Moments.of(timeline);
        Stamps stamps = new Stamps(moments);
        var brief = timeline.brief();
        var alerts = brief.alerts().stream()
                .map(alert -> AlertResult.of(alert, moments))
                .toList();
        var goals =
                brief.goals().stream().map(goal -> GoalResult.of(goal, moments)).toList();
        var deadEnds = DeadEnd.in(timeline);
        var bare = new Scorecard(
                timeline.opened().drill(),
                brief.runbook(),
                timeline.ending(),
                timeline.bites(),
                stamps.truth(),
                stamps.claims(),
                goals,
                metrics(moments, alerts, deadEnds),
                alerts,
                deadEnds,
                List.of());
        return bare.with(Observations.on(timeline, bare, moments));
    }

    private static List<Metric> metrics(Moments moments, List<AlertResult> alerts, List<DeadEnd> deadEnds) {
        return Stream.of(
                        new Intervals(moments).metrics(),
                        Impact.of(moments).metrics(),
                        List.of(new DeadEnds(deadEnds, moments.times()).cost()),
                        new ClaimErrors(moments).metrics(),
                        new Counts(moments.timeline(), alerts).metrics())
                .flatMap(List::stream)
                .toList();
    }

    private Scorecard with(List<Observation> made) {
        return new Scorecard(drill, runbook, ending, bites, truth, claims, goals, metrics, alerts, deadEnds, made);
    }

    /** @throws NoSuchElementException when there is no such metric: ids are fixed, so that is a defect */
    public Metric metric(String id) {
        return metrics.stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no metric '" + id + "'"));
    }

    /** A stamp of truth, such as {@code first impact}. */
    public Stamp stamp(String name) {
        return truth.stream()
                .filter(stamp -> stamp.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no stamp '" + name + "'"));
    }

    public List<GoalResult> missed() {
        return goals.stream().filter(GoalResult::isMissed).toList();
    }
}
