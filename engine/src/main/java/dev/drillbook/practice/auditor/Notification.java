package dev.drillbook.practice.auditor;

import dev.drillbook.practice.auditor.Webhook.Receiver;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Alertmanager posts to a webhook, version 4 (prometheus.io/docs/alerting/latest/configuration, webhook_config).
 */
record Notification(
        String version,
        String groupKey,
        int truncatedAlerts,
        String status,
        String receiver,
        Map<String, String> groupLabels,
        Map<String, String> commonLabels,
        Map<String, String> commonAnnotations,
        String externalURL,
        List<Item> alerts) {
    private static final JsonMapper JSON = new JsonMapper();
    /** Go's zero time: how Alertmanager writes that an alert has no end yet. */
    private static final String NO_END = "0001-01-01T00:00:00Z";

    record Item(
            String status,
            Map<String, String> labels,
            Map<String, String> annotations,
            String startsAt,
            String endsAt,
            String generatorURL,
            String fingerprint) {}

    static Notification of(Alert alert, Receiver receiver) {
        var labels = Map.of("alertname", alert.name());
        var annotations = Map.of("summary", alert.summary());
        var item = new Item(
                alert.status(),
                labels,
                annotations,
                time(alert.startsAt()),
                alert.endsAt().map(Notification::time).orElse(NO_END),
                "",
                fingerprint(alert));
        return new Notification(
                "4",
                "{}:{alertname=\"" + alert.name() + "\"}",
                0,
                alert.status(),
                receiver.url().getHost(),
                labels,
                labels,
                annotations,
                "",
                List.of(item));
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** The same for the same labels, as Alertmanager's is: it says which alert a resolved one was. */
    private static String fingerprint(Alert alert) {
        return String.format("%016x", alert.name().hashCode() * 0x9E3779B97F4A7C15L);
    }
}
