package dev.drillbook.score;

import static dev.drillbook.runbook.Milestone.DETECTED;

import dev.drillbook.score.AlertResult.Outcome;
import dev.drillbook.timeline.Happening.Injected;
import dev.drillbook.timeline.Happening.Refused;
import dev.drillbook.timeline.Stamped;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.wording.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the trouble came to light. */
record Noticing(Timeline timeline, Scorecard card, Moments moments) {
    List<Observation> observations() {
        return Stream.of(detectedFirst(), noAlertAtAll(), complaintFirst(), alerts(), falseAlarms())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Instant> detected() {
        return timeline.firstApplied().flatMap(applied -> timeline.reached(DETECTED));
    }

    private Optional<Observation> detectedFirst() {
        return detected()
                .flatMap(
                        seen -> moments.alertFired().at().filter(seen::isBefore).map(fired -> {
                            String lead = Durations.inWords(Duration.between(seen, fired));
                            return Observation.well(
                                    "The team detected it " + lead + " before an alert fired.", "time-to-detect");
                        }));
    }

    private Optional<Observation> noAlertAtAll() {
        if (detected().isEmpty() || moments.alertFired().at().isPresent()) return Optional.empty();
        String took = card.metric("time-to-detect-from-apply").value().inWords();
        return Optional.of(Observation.lucky(
                "No alert fired: a person noticed, " + took + " after the first apply.", "time-to-detect-from-apply"));
    }

    /** What the world sent counts as a complaint; a red herring tells of something else. */
    private Optional<Observation> complaintFirst() {
        return timeline.all(Injected.class).stream()
                .filter(sent -> !sent.what().redHerring())
                .filter(sent ->
                        timeline.firstApplied().filter(sent.at()::isAfter).isPresent())
                .findFirst()
                .filter(sent -> isBeforeOrWithout(sent, detected()))
                .filter(sent -> isBeforeOrWithout(sent, moments.alertFired().at()))
                .map(sent -> Observation.badly(
                        "'" + sent.what().from() + "' reported it at "
                                + moments.times().time(sent.at()) + ", before an alert fired or the team detected it.",
                        "time-to-detect"));
    }

    private static boolean isBeforeOrWithout(Stamped<Injected> sent, Optional<Instant> other) {
        return other.filter(at -> !sent.at().isBefore(at)).isEmpty();
    }

    private Optional<Observation> alerts() {
        if (card.alerts().isEmpty() || timeline.firstApplied().isEmpty()) return Optional.empty();
        String tardy = card.alerts().stream()
                .filter(alert -> alert.outcome() != Outcome.IN_TIME)
                .map(Noticing::inWords)
                .collect(Collectors.joining("; "));
        String count = card.metric("alert-coverage").value().inWords();
        return Optional.of(
                tardy.isEmpty()
                        ? Observation.well("Every expected alert fired in time (" + count + ").", "alert-coverage")
                        : Observation.badly("Alerts did not come as expected: " + tardy + ".", "alert-coverage"));
    }

    private static String inWords(AlertResult alert) {
        return alert.outcome() == Outcome.NEVER
                ? alert.name() + " never fired"
                : alert.name() + " fired after " + alert.tookInWords() + ", expected within "
                        + Durations.inWords(alert.within());
    }

    private Optional<Observation> falseAlarms() {
        Measure alarms = card.metric("false-alarms").value();
        if (!(alarms instanceof Measure.Count count)) return Optional.empty();
        boolean ran =
                timeline.began().isPresent() && timeline.first(Refused.class).isEmpty();
        if (count.count() == 0 && !ran) return Optional.empty();
        return Optional.of(
                count.count() == 0
                        ? Observation.well("Nothing was broken, and nobody raised a false alarm.", "false-alarms")
                        : Observation.badly(
                                "Nothing was broken, yet alarm was raised (" + count.inWords() + ").", "false-alarms"));
    }
}
