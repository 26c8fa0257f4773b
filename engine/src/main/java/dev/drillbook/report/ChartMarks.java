package dev.drillbook.report;

import dev.drillbook.report.chart.ChartModel.Kind;
import dev.drillbook.report.chart.ChartModel.Mark;
import dev.drillbook.report.chart.Clock;
import dev.drillbook.runbook.Milestone;
import dev.drillbook.runbook.Payment.PutBack;
import dev.drillbook.timeline.Brief.Goal;
import dev.drillbook.timeline.Claim.Escalated;
import dev.drillbook.timeline.Happening.Aborted;
import dev.drillbook.timeline.Happening.AlertFired;
import dev.drillbook.timeline.Happening.Applied;
import dev.drillbook.timeline.Happening.MilestoneMet;
import dev.drillbook.timeline.Happening.Paid;
import dev.drillbook.timeline.Stamped;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The moments that a chart names: faults, alerts, claims, what was measured, dead ends, what was put back. */
record ChartMarks(Subject subject) {
    List<Mark> marks() {
        return Stream.of(faults(), measured(), alerts(), claims(), deadEnds(), escalations(), aborts(), putBack())
                .flatMap(marks -> marks)
                .toList();
    }

    private Mark mark(Instant at, Kind kind, String label) {
        return new Mark(subject.clock(at), kind, label, Clock.words(subject.clock(at)));
    }

    private Stream<Mark> faults() {
        var applied = subject.timeline().all(Applied.class);
        return applied.stream()
                .map(fault -> mark(
                        fault.at(),
                        Kind.FAULT,
                        applied.size() == 1
                                ? "fault applied"
                                : "fault " + fault.what().number() + " applied"));
    }

    private Stream<Mark> measured() {
        Stream<Mark> impact =
                subject.timeline().firstImpact().stream().map(at -> mark(at, Kind.MEASURED, "first impact"));
        Stream<Mark> met = subject.timeline().all(MilestoneMet.class).stream()
                .map(Stamped::what)
                .map(one -> mark(one.since(), Kind.MEASURED, label(one)));
        return Stream.concat(impact, met);
    }

    private String label(MilestoneMet one) {
        boolean lasted =
                subject.timeline().met(one.milestone()).filter(one::equals).isPresent();
        return one.milestone() + (one.byDrillbook() ? " by Drillbook" : "") + (lasted ? "" : ", for a while");
    }

    /** The first time of each: one that flaps would bury the rest. */
    private Stream<Mark> alerts() {
        Set<String> seen = new HashSet<>();
        return subject.timeline().alertsSince(subject.zero()).stream()
                .filter(alert -> seen.add(alert.name()))
                .map(this::alert);
    }

    private Mark alert(AlertFired alert) {
        return mark(alert.startsAt(), Kind.ALERT, alert.name());
    }

    private Stream<Mark> claims() {
        Stream<String> own = subject.brief().goals().stream().map(Goal::milestone);
        return Stream.concat(Milestone.USUAL.stream(), own)
                .distinct()
                .flatMap(milestone ->
                        subject.timeline().claimed(milestone).stream().map(at -> mark(at, Kind.CLAIMED, milestone)));
    }

    private Stream<Mark> deadEnds() {
        return subject.scorecard().deadEnds().stream().map(end -> mark(end.from(), Kind.DEAD_END, end.text()));
    }

    private Stream<Mark> escalations() {
        return subject.timeline().all(Escalated.class).stream()
                .map(Stamped::what)
                .map(said -> mark(
                        said.claimed(),
                        Kind.CLAIMED,
                        "escalated to " + subject.people().apply(said.to())));
    }

    private Stream<Mark> aborts() {
        return subject.timeline().all(Aborted.class).stream().map(abort -> mark(abort.at(), Kind.CLAIMED, "aborted"));
    }

    /** One mark: for the faults if there was one to put back, else for what they left behind. */
    private Stream<Mark> putBack() {
        Set<Integer> faults = subject.timeline().all(Applied.class).stream()
                .map(fault -> fault.what().number())
                .collect(Collectors.toSet());
        String label = subject.timeline().undos().arePaid() ? "put back by Drillbook" : "put back in part";
        return subject.timeline().all(Paid.class).stream()
                .filter(paid -> paid.what().payment() instanceof PutBack)
                .sorted(Comparator.comparing(
                        paid -> !faults.contains(paid.what().number())))
                .limit(1)
                .map(paid -> mark(
                        paid.at(), Kind.PUT_BACK, faults.contains(paid.what().number()) ? label : "residue removed"));
    }
}
