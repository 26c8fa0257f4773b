package dev.drillbook.slack.loopback;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** The events that the app wants, in channels where it is. Callers hold the workspace's lock. */
final class Subscriptions implements Events {
    /** What an app must hold to hear of it. */
    private static final Map<String, String> SCOPES = Map.of(
            "message", "channels:history",
            "app_mention", "app_mentions:read",
            "pin_added", "pins:read",
            "reaction_added", "reactions:read");

    private Set<String> wanted = Set.of("message", "pin_added", "reaction_added");
    private Deliveries deliveries;
    private Payloads payloads;

    void hears(Deliveries all, Payloads words) {
        deliveries = all;
        payloads = words;
    }

    void only(Set<String> types) {
        wanted = types;
    }

    Set<String> scopes() {
        return wanted.stream().map(type -> SCOPES.getOrDefault(type, type)).collect(Collectors.toSet());
    }

    @Override
    public void happened(Channel channel, ObjectNode event) {
        if (wanted.contains(Json.text(event, "type")) && channel.has(App.USER))
            deliveries.send(payloads.event(App.TEAM, event));
    }
}
