package dev.drillbook.report;

import dev.drillbook.report.Model.Alert;
import dev.drillbook.report.Model.Detection;
import dev.drillbook.runbook.Milestone;
import dev.drillbook.score.AlertResult;
import dev.drillbook.score.AlertResult.Outcome;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.wording.Durations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the trouble came to light: by an alert, a complaint, or someone who looked. */
record DetectionSection(Subject subject) {
    static Detection of(Subject subject) {
        return new Detection(
                new DetectionSection(subject).text(),
                subject.scorecard().alerts().stream()
                        .map(alert -> alert(subject, alert))
                        .toList());
    }

    private List<String> text() {
        Timeline timeline = subject.timeline();
        List<String> text = new ArrayList<>();
        Optional<Instant> detected = timeline.reached(Milestone.DETECTED);
        text.add(detected.map(at -> VerdictSection.sentence(subject.team()) + " reported it as detected at "
                        + subject.time(at) + tookWords() + ".")
                .orElse("Nobody reported it as detected."));
        text.add(firstAlert());
        int hints = timeline.hints().size();
        if (hints > 0)
            text.add("Hints given: " + hints + " of " + subject.brief().hints() + ".");
        return text;
    }

    private String tookWords() {
        if (subject.timeline().firstImpact().isEmpty()) return "";
        return ": " + subject.metric("time-to-detect") + " after first impact";
    }

    private String firstAlert() {
        var alerts = subject.timeline().alertsSince(subject.since());
        if (alerts.isEmpty()) return "No alert fired.";
        var first = alerts.get(0);
        String order = subject.timeline()
                .reached(Milestone.DETECTED)
                .map(at -> at.isBefore(first.startsAt())
                        ? ", after the team had seen it"
                        : ", before the team had seen it")
                .orElse("");
        return "The first alert, " + first.name() + ", fired at " + subject.time(first.startsAt()) + order + ".";
    }

    private static Alert alert(Subject subject, AlertResult alert) {
        String verdict =
                switch (alert.outcome()) {
                    case IN_TIME -> "in time";
                    case LATE -> "late";
                    case NEVER -> "never fired";
                };
        String fired = alert.fired()
                .map(at -> subject.time(at) + " (" + alert.tookInWords() + ")")
                .orElse(alert.tookInWords());
        String tone = alert.outcome() == Outcome.IN_TIME ? "good" : "bad";
        return new Alert(alert.name(), Durations.inWords(alert.within()), fired, verdict, tone);
    }
}
