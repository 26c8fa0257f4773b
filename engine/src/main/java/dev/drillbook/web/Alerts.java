package dev.drillbook.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.drillbook.control.Drills;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Wire;
import dev.drillbook.runbook.Invalid;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Alertmanager's webhook, version 4: <a href="https://prometheus.io/docs/alerting/latest/configuration/#webhook_config">
 * format</a>. Alerts that come while no drill runs are nobody's.
 */
record Alerts(Drills drills) implements Guarded.Call {
    /** The parts of the format that matter here. */
    record Webhook(
            @JsonProperty("version") String version,
            @JsonProperty("alerts") List<Alert> alerts) {}

    record Alert(
            @JsonProperty("status") String status,
            @JsonProperty("labels") Map<String, String> labels,
            @JsonProperty("annotations") Map<String, String> annotations,
            @JsonProperty("startsAt") String startsAt,
            @JsonProperty("endsAt") String endsAt) {}

    @Override
    public Object answer(Query query, String body) {
        Webhook webhook = Wire.read(body, Webhook.class);
        if (webhook.alerts() == null) throw new Invalid("no alerts in this webhook: send Alertmanager's version 4");
        List<Heard> heard = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Alert alert : webhook.alerts()) {
            try {
                heard.add(heard(alert));
            } catch (Invalid e) {
                wrong.add(e.getMessage());
            }
        }
        Running.all(drills, query).forEach(drill -> heard.forEach(one -> one.tell(drill)));
        if (!wrong.isEmpty()) // which costs no other its place on record
        throw new Invalid(heard.size() + " alert(s) received, " + wrong.size() + " not: " + wrong.get(0));
        return new Wire.Answer("received");
    }

    /** An alert that is in order. */
    private record Heard(
            String name, String summary, Map<String, String> labels, Instant startsAt, Optional<Instant> endsAt) {
        void tell(LiveDrill drill) {
            drill.alert(name, summary, labels, startsAt, endsAt);
        }
    }

    private static Heard heard(Alert alert) {
        if (alert == null) throw new Invalid("an alert that is null: send Alertmanager's version 4");
        Map<String, String> labels = given(alert.labels());
        String name = labels.get("alertname");
        if (name == null) throw new Invalid("an alert without the label alertname: send Alertmanager's version 4");
        Map<String, String> annotations = given(alert.annotations());
        String summary = annotations.getOrDefault("summary", annotations.getOrDefault("description", ""));
        Optional<Instant> endsAt =
                "resolved".equals(alert.status()) ? Optional.of(instant(alert.endsAt())) : Optional.empty();
        return new Heard(name, summary, labels, instant(alert.startsAt()), endsAt);
    }

    /** Without those that are null: what a sender does not know of an alert costs nobody the alert. */
    private static Map<String, String> given(Map<String, String> texts) {
        if (texts == null) return Map.of();
        return texts.entrySet().stream()
                .filter(text -> text.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Instant instant(String text) {
        try {
            return java.time.OffsetDateTime.parse(String.valueOf(text)).toInstant();
        } catch (DateTimeException e) {
            throw new Invalid("an alert's time '" + text + "' is no RFC 3339 time", e);
        }
    }
}
