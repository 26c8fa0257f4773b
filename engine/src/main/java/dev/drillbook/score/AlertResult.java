package dev.drillbook.score;

import dev.drillbook.runbook.ExpectedAlert;
import dev.drillbook.timeline.Happening.AlertFired;
import dev.drillbook.wording.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An expected alert and whether it came.
 *
 * @param within how soon after the first apply it should fire
 * @param fired when its sender says it began to fire, at or after the first apply
 * @param took from the first apply
 */
public record AlertResult(String name, Duration within, Optional<Instant> fired, Measure took, Outcome outcome) {
    /** Whether an expected alert came. */
    public enum Outcome {
        IN_TIME,
        LATE,
        NEVER
    }

    static AlertResult of(ExpectedAlert expected, Moments moments) {
        Optional<Instant> fired = moments.timeline()
                .firstApplied()
                .flatMap(applied -> moments.timeline().alertsSince(applied).stream()
                        .filter(alert -> alert.name().equals(expected.name()))
                        .map(AlertFired::startsAt)
                        .findFirst());
        Measure took = Intervals.between(
                new Moment(expected.name(), fired, expected.name() + " never fired"),
                moments.applied(),
                moments.over());
        return new AlertResult(expected.name(), expected.within(), fired, took, outcome(took, expected.within()));
    }

    /** When it fired; where that reads like the time that it missed, also by how much. */
    public String tookInWords() {
        return took instanceof Measure.Span span ? Durations.against(within, span.length()) : took.inWords();
    }

    private static Outcome outcome(Measure took, Duration within) {
        if (!(took instanceof Measure.Span span)) return Outcome.NEVER;
        return span.length().compareTo(within) <= 0 ? Outcome.IN_TIME : Outcome.LATE;
    }
}
