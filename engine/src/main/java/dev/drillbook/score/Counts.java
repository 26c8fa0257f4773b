package dev.drillbook.score;

import dev.drillbook.runbook.Milestone;
import dev.drillbook.score.AlertResult.Outcome;
import dev.drillbook.timeline.Claim;
import dev.drillbook.timeline.Claim.Escalated;
import dev.drillbook.timeline.Claim.Reached;
import dev.drillbook.timeline.Happening.Aborted;
import dev.drillbook.timeline.Happening.ApplyFailed;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.wording.Durations;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is counted: alerts, hints, escalations, false alarms. */
record Counts(Timeline timeline, List<AlertResult> alerts) {
    private static final Set<String> ALARMS = Set.of(Milestone.DETECTED, Milestone.ROOT_CAUSE);

    List<Metric> metrics() {
        return List.of(alertCoverage(), hintsTaken(), escalations(), falseAlarms());
    }

    private Metric alertCoverage() {
        Measure value = alerts.isEmpty()
                ? new Measure.NotAsked("no alert was expected")
                : new Measure.Coverage(count(Outcome.IN_TIME), count(Outcome.LATE), count(Outcome.NEVER));
        String formula = alerts.stream()
                .map(alert ->
                        alert.name() + " within " + Durations.inWords(alert.within()) + ": " + alert.tookInWords())
                .collect(Collectors.joining("; "));
        return Metric.of(
                "alert-coverage", "alert coverage", value, formula.isEmpty() ? "expected alerts: none" : formula);
    }

    private int count(Outcome outcome) {
        return (int) alerts.stream().filter(alert -> alert.outcome() == outcome).count();
    }

    private Metric hintsTaken() {
        int given = timeline.hints().size();
        return Metric.of(
                "hints-taken",
                "hints taken",
                new Measure.Count(given),
                given + " of the runbook's " + timeline.brief().hints());
    }

    private Metric escalations() {
        long count = timeline.all(Escalated.class).size();
        return Metric.of("escalations", "escalations", new Measure.Count(count), "claims 'escalate': " + count);
    }

    private Metric falseAlarms() {
        long alarms = timeline.claims().stream().filter(Counts::isAlarm).count();
        Optional<String> cause = causeForAlarm();
        return Metric.of(
                "false-alarms",
                "false alarms",
                cause.<Measure>map(Measure.NotAsked::new).orElseGet(() -> new Measure.Count(alarms)),
                "claims 'detected', 'escalate', 'root-cause' while nothing was applied"
                        + (cause.isEmpty() ? ": " + alarms : ""));
    }

    private Optional<String> causeForAlarm() {
        if (timeline.firstApplied().isPresent()) return Optional.of("a fault was applied");
        // whoever died while it applied left no more than the undo
        if (timeline.first(ApplyFailed.class).isPresent()
                || timeline.first(Owed.class).isPresent()) return Optional.of("a fault may have been applied");
        if (timeline.all(Aborted.class).stream()
                .anyMatch(aborted -> aborted.what().real())) return Optional.of("a real incident began");
        boolean broken = timeline.breaches().stream()
                .anyMatch(breach -> breach.to().isAfter(Moments.of(timeline).impactFrom()));
        return broken ? Optional.of("the steady state was broken, though nothing was applied") : Optional.empty();
    }

    private static boolean isAlarm(Claim claim) {
        return claim instanceof Escalated || claim instanceof Reached reached && ALARMS.contains(reached.milestone());
    }
}
