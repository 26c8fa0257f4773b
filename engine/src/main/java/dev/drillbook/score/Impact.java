package dev.drillbook.score;

import dev.drillbook.timeline.Breach;
import dev.drillbook.timeline.Happening.ProbeTurned;
import dev.drillbook.timeline.Second;
import dev.drillbook.timeline.Series;
import dev.drillbook.wording.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What users felt, from the first apply to the last entry. */
record Impact(Moments moments, Series series, List<Breach> breaches) {
    /** The share of users who are affected right now, from 0 to 1. */
    static final String AFFECTED = "traffic.affected";

    /** How many users there are. */
    static final String USERS = "traffic.users";

    static Impact of(Moments moments) {
        Instant from = moments.impactFrom();
        var timeline = moments.timeline();
        return new Impact(
                moments,
                timeline.series().between(from, timeline.end()),
                timeline.breaches().stream()
                        .filter(breach -> breach.to().isAfter(from))
                        .map(breach -> new Breach(later(breach.from(), from), breach.to(), breach.open()))
                        .toList());
    }

    List<Metric> metrics() {
        return List.of(breachLength(), affected(), touched(), shareTouched());
    }

    private Metric breachLength() {
        Measure value = moments.timeline().first(ProbeTurned.class).isEmpty()
                ? new Measure.Unknown("no steady-state probe was asked")
                : new Measure.Span(breaches.stream().map(Breach::length).reduce(Duration.ZERO, Duration::plus));
        return Metric.of("breach-length", "time in breach", value, "total length of breaches: " + breachesInWords());
    }

    private String breachesInWords() {
        if (breaches.isEmpty()) return "none";
        return breaches.stream().map(this::inWords).collect(Collectors.joining(", "));
    }

    private String inWords(Breach breach) {
        String stretch =
                moments.times().time(breach.from()) + "–" + moments.times().time(breach.to());
        return breach.open() ? stretch + " (not healed)" : stretch;
    }

    private Metric affected() {
        double[] shares = values(AFFECTED);
        double sum = sum(shares);
        String users = users().isEmpty()
                ? ""
                : "; " + Numbers.count(Math.round(sum * users().getAsDouble())) + " user-seconds";
        return Metric.of(
                "affected",
                "share of users affected, over time",
                shares.length == 0
                        ? new Measure.Unknown("traffic.affected was not measured")
                        : new Measure.Amount(sum, "share·s"),
                "∫ " + AFFECTED + " dt over " + Numbers.count(shares.length, "second", "seconds") + " measured after "
                        + since() + users);
    }

    private Metric touched() {
        return Metric.of(
                "users-touched",
                "users touched",
                users().isEmpty() ? notMeasured() : new Measure.Count(idsTouched()),
                "users with a stale or failed answer after " + since());
    }

    private Metric shareTouched() {
        return Metric.of(
                "share-touched",
                "share of users touched",
                users().isEmpty() ? notMeasured() : new Measure.Part(idsTouched() / users().getAsDouble()),
                users().isEmpty()
                        ? "users touched ÷ users"
                        : Numbers.count(idsTouched(), "user", "users") + " touched ÷ "
                                + Numbers.count(Math.round(users().getAsDouble()), "user", "users"));
    }

    private static Measure notMeasured() {
        return new Measure.Unknown(USERS + " was not measured");
    }

    private long idsTouched() {
        return series.seconds().stream()
                .map(Second::touched)
                .flatMap(List::stream)
                .distinct()
                .count();
    }

    private OptionalDouble users() {
        return Arrays.stream(values(USERS)).filter(users -> users > 0).max();
    }

    private double[] values(String signal) {
        return series.of(signal).stream()
                .mapToDouble(reading -> reading.value())
                .filter(Double::isFinite)
                .toArray();
    }

    /** In order and uncompensated, as anyone would recompute it. */
    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) sum += value;
        return sum;
    }

    private String since() {
        return moments.timeline().firstApplied().isPresent()
                ? moments.applied().inWords(moments.times())
                : "began " + moments.times().time(moments.impactFrom());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
