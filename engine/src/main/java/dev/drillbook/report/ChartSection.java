package dev.drillbook.report;

import dev.drillbook.report.Model.Picture;
import dev.drillbook.report.chart.ChartModel;
import dev.drillbook.report.chart.ChartModel.Band;
import dev.drillbook.report.chart.ChartModel.Limit;
import dev.drillbook.report.chart.ChartModel.Panel;
import dev.drillbook.report.chart.ChartModel.Point;
import dev.drillbook.report.chart.ChartModel.Shade;
import dev.drillbook.score.DeadEnd;
import dev.drillbook.timeline.Breach;
import dev.drillbook.timeline.Second;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The picture: signals, what happened, when the steady state was broken, when a dead end was followed. */
record ChartSection(Subject subject, List<SignalTrack> tracks) {
    static ChartSection of(Subject subject) {
        return new ChartSection(subject, SignalTrack.of(subject));
    }

    Picture picture() {
        return new Picture(
                alt(),
                tracks.isEmpty()
                        ? "No signal was measured."
                        : "Signals on one clock. Shaded: the steady state was broken. Hatched: time on a dead end."
                                + " Filled signs were measured, hollow ones claimed.",
                tracks.stream().map(track -> track.inNumbers(subject)).toList());
    }

    private String alt() {
        String signals =
                String.join(", ", tracks.stream().map(SignalTrack::name).toList());
        return (signals.isEmpty() ? "No signals" : signals) + " over the time of the drill. Time in breach: "
                + subject.metric("breach-length") + ". The same in numbers is in the table below.";
    }

    ChartModel chart() {
        List<Instant> seconds =
                subject.shown().seconds().stream().map(Second::at).toList();
        List<Instant> ends = Stream.concat(
                        seconds.stream(),
                        Stream.of(subject.zero(), subject.timeline().measuredUntil()))
                .sorted()
                .toList();
        double from = subject.clock(ends.get(0));
        double to = subject.clock(ends.get(ends.size() - 1));
        return new ChartModel(
                subject.brief().title(),
                alt(),
                from,
                Math.max(to, from + 1),
                "minutes since " + subject.times().dated(subject.zero()),
                tracks.stream().map(this::panel).toList(),
                new ChartMarks(subject).marks(),
                Stream.concat(breaches(), deadEnds()).toList());
    }

    private Panel panel(SignalTrack track) {
        return new Panel(
                track.name(),
                track.unit(),
                track.readings().stream()
                        .map(reading -> new Point(subject.clock(reading.at()), track.inUnit(reading.value())))
                        .toList(),
                track.limits().stream()
                        .map(limit -> new Limit(track.inUnit(limit.value()), limit.words()))
                        .toList());
    }

    private Stream<Band> breaches() {
        return subject.timeline().breaches().stream()
                .filter(breach -> breach.to().isAfter(subject.since()))
                .map(this::breach);
    }

    private Band breach(Breach breach) {
        double from = Math.max(subject.clock(breach.from()), subject.clock(subject.since()));
        return new Band(from, subject.clock(breach.to()), Shade.BREACH, "steady state broken");
    }

    private Stream<Band> deadEnds() {
        return subject.scorecard().deadEnds().stream().map(this::deadEnd);
    }

    private Band deadEnd(DeadEnd end) {
        return new Band(subject.clock(end.from()), subject.clock(end.to()), Shade.DEAD_END, "time on a dead end");
    }
}
