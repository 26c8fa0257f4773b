package dev.drillbook.slack.loopback;

import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Writes what people did in the words in which Slack tells it to apps. */
final class Payloads {
    private final Workspace workspace;
    private final Triggers triggers;
    private final ResponseUrls responses;
    private final Supplier<String> base;

    Payloads(Workspace workspace, Triggers triggers, ResponseUrls responses, Supplier<String> base) {
        this.workspace = workspace;
        this.triggers = triggers;
        this.responses = responses;
        this.base = base;
    }

    Delivery command(Person who, String command, String text, Channel channel) {
        ObjectNode payload = Json.of(
                "token", "legacy",
                "team_id", who.team(),
                "team_domain", domain(who),
                "channel_id", channel.id(),
                "channel_name", channel.name(),
                "user_id", who.id(),
                "user_name", who.name(),
                "command", command,
                "text", text,
                "api_app_id", App.ID,
                "is_enterprise_install", "false",
                "trigger_id", triggers.give(who.id()));
        return answerable(Delivery.Kind.SLASH, payload, "");
    }

    Delivery click(Person who, Content.Pressed pressed, Channel channel, String ts, ObjectNode message) {
        ObjectNode action = pressed.element().deepCopy();
        action.remove(List.of("confirm", "style"));
        action.put("block_id", pressed.block()).put("action_ts", workspace.ts());
        ObjectNode payload = interaction("block_actions", who);
        payload.set("channel", Json.of("id", channel.id(), "name", channel.name()));
        payload.set("state", Json.of("values", Json.of()));
        payload.set("actions", Json.list(List.of(action)));
        payload.set(
                "container",
                Json.of("type", "message", "message_ts", ts, "channel_id", channel.id())
                        .put("is_ephemeral", message.isEmpty()));
        if (!message.isEmpty()) payload.set("message", message);
        return answerable(Delivery.Kind.INTERACTIVE, payload, ts);
    }

    Delivery submission(Person who, OpenView view, ObjectNode values) {
        ObjectNode payload = interaction("view_submission", who);
        ObjectNode filled = view.json();
        filled.set("state", Json.of("values", values));
        payload.set("view", filled);
        payload.set("response_urls", Json.list(List.of()));
        return new Delivery(workspace, Delivery.Kind.INTERACTIVE, payload);
    }

    Delivery event(String team, ObjectNode event) {
        ObjectNode authorization = Json.of("team_id", App.TEAM, "user_id", App.USER, "is_bot", true);
        authorization.put("is_enterprise_install", false);
        ObjectNode payload = Json.of(
                "token",
                "legacy",
                "team_id",
                team,
                "api_app_id",
                App.ID,
                "event",
                event,
                "type",
                "event_callback",
                "event_id",
                workspace.name("Ev"),
                "event_time",
                workspace.now().getEpochSecond(),
                "authorizations",
                List.of(authorization),
                "is_ext_shared_channel",
                false);
        return new Delivery(workspace, Delivery.Kind.EVENT, payload);
    }

    private ObjectNode interaction(String type, Person who) {
        return Json.of(
                "type",
                type,
                "user",
                Json.of("id", who.id(), "username", who.name(), "name", who.name(), "team_id", who.team()),
                "api_app_id",
                App.ID,
                "token",
                "legacy",
                "trigger_id",
                triggers.give(who.id()),
                "team",
                Json.of("id", who.team(), "domain", domain(who)),
                "is_enterprise_install",
                false);
    }

    private Delivery answerable(Delivery.Kind kind, ObjectNode payload, String original) {
        Delivery delivery = new Delivery(workspace, kind, payload);
        payload.put("response_url", base.get() + responses.issue(workspace.name("R"), delivery, original));
        return delivery;
    }

    private static String domain(Person who) {
        return who.team().equals(App.TEAM) ? App.DOMAIN : "elsewhere";
    }
}
