package dev.drillbook.report;

import dev.drillbook.report.Model.Signal;
import dev.drillbook.runbook.Reading;
import dev.drillbook.runbook.Side;
import dev.drillbook.timeline.Brief.Limit;
import dev.drillbook.timeline.Brief.Scale;
import dev.drillbook.wording.Numbers;
import java.time.Instant;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One signal as a reader knows it: what it is called, in which unit, and with which limits. */
record SignalTrack(String signal, String name, Scale scale, List<Limit> limits, List<Reading> readings) {
    private static final int MOST = 6;
    private static final String TOUCHED = "traffic.touched";

    /** What signals are called, and what their numbers are where no limit tells. */
    private record Known(String name, Scale scale) {}

    private static final Map<String, Known> KNOWN = Map.of(
            "traffic.errors",
            new Known("Errors", Scale.SHARE),
            "traffic.stale",
            new Known("Stale answers", Scale.SHARE),
            "traffic.p50",
            new Known("p50 latency", Scale.TIME),
            "traffic.p95",
            new Known("p95 latency", Scale.TIME),
            "traffic.p99",
            new Known("p99 latency", Scale.TIME),
            "traffic.affected",
            new Known("Users affected", Scale.SHARE),
            TOUCHED,
            new Known("Users touched so far", Scale.SHARE),
            "traffic.requests",
            new Known("Requests per second", Scale.NUMBER));

    /** Those that the steady state limits, in its order, and how many users were touched; if none, whatever there is. */
    static List<SignalTrack> of(Subject subject) {
        Set<String> measured = subject.timeline().series().names();
        Set<String> shown = new LinkedHashSet<>();
        subject.brief().limits().forEach(limit -> shown.add(limit.signal()));
        if (measured.contains(TOUCHED)) shown.add(TOUCHED);
        if (shown.isEmpty()) shown.addAll(measured);
        return shown.stream().limit(MOST).map(signal -> of(subject, signal)).toList();
    }

    private static SignalTrack of(Subject subject, String signal) {
        List<Limit> limits = subject.brief().limits().stream()
                .filter(limit -> limit.signal().equals(signal))
                .toList();
        Known known = KNOWN.getOrDefault(signal, new Known(signal, Scale.NUMBER));
        Scale scale = limits.stream().map(Limit::scale).findFirst().orElse(known.scale());
        return new SignalTrack(signal, known.name(), scale, limits, readings(subject, signal));
    }

    /** Who was touched is counted from the first apply. */
    private static List<Reading> readings(Subject subject, String signal) {
        return subject.shown().of(signal).stream()
                .filter(reading -> !signal.equals(TOUCHED) || reading.at().isAfter(subject.since()))
                .toList();
    }

    String unit() {
        return switch (scale) {
            case SHARE -> "%";
            case TIME -> "ms";
            case NUMBER -> "";
        };
    }

    /** From what {@code signals.jsonl} says to the unit. */
    double inUnit(double value) {
        return switch (scale) {
            case SHARE -> value * 100;
            case TIME -> value * 1000;
            case NUMBER -> value;
        };
    }

    /** In numbers, for who cannot see the chart: means before the first apply and at the end, and the worst second. */
    Signal inNumbers(Subject subject) {
        Instant end = readings.isEmpty()
                ? subject.timeline().measuredUntil()
                : readings.get(readings.size() - 1).at();
        return new Signal(
                name,
                String.join(", ", limits.stream().map(Limit::words).toList()),
                mean(reading -> isJustBefore(reading.at(), subject.since())),
                worst(subject.since()),
                mean(reading -> reading.at().isAfter(end.minusSeconds(10))));
    }

    private static boolean isJustBefore(Instant at, Instant since) {
        return !at.isAfter(since) && at.isAfter(since.minus(Subject.LEAD));
    }

    private String mean(Predicate<Reading> when) {
        var measured = readings.stream()
                .filter(when)
                .mapToDouble(Reading::value)
                .filter(Double::isFinite)
                .average();
        return measured.isPresent() ? words(measured.getAsDouble()) : "–";
    }

    /** Not what was before the fault, or while the drill waited for it. */
    private String worst(Instant since) {
        DoubleSummaryStatistics values = readings.stream()
                .filter(reading -> reading.at().isAfter(since))
                .mapToDouble(Reading::value)
                .filter(Double::isFinite)
                .summaryStatistics();
        if (values.getCount() == 0) return "not measured";
        Set<Side> sides = limits.stream().map(Limit::side).collect(Collectors.toSet());
        if (sides.size() > 1) return words(values.getMin()) + " and " + words(values.getMax());
        return words(sides.contains(Side.ABOVE) ? values.getMin() : values.getMax());
    }

    private String words(double value) {
        return switch (scale) {
            case SHARE -> Numbers.share(value);
            case TIME -> Numbers.decimal(value * 1000) + " ms";
            case NUMBER -> Numbers.decimal(value);
        };
    }
}
