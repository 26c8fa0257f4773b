package dev.drillbook.slack.loopback;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes what stands in channels, and tells the app of it whoever did it: an app hears its own messages, too. Whoever
 * calls holds the workspace's lock.
 */
final class Writing {
    private final Workspace workspace;
    private final Events events;

    Writing(Workspace workspace, Events events) {
        this.workspace = workspace;
        this.events = events;
    }

    Message post(Channel channel, Author author, Content content, String thread) {
        return post(channel, author, content, thread, List.of());
    }

    Message post(Channel channel, Author author, Content content, String thread, List<SharedFile> files) {
        Message message =
                new Message(channel.id(), workspace.ts(), thread, author, content, List.of(), files, Map.of());
        channel.add(message);
        tell(channel, event(message, channel));
        return message;
    }

    Message edit(Channel channel, Message before, Content now) {
        Message after = before.saying(now);
        channel.replace(after);
        ObjectNode event = Json.of("type", "message", "subtype", "message_changed", "hidden", true);
        event.set("message", after.json());
        event.set("previous_message", before.json());
        tell(channel, inChannel(event.put("ts", workspace.ts()), channel));
        return after;
    }

    void delete(Channel channel, Message message) {
        channel.remove(message.ts());
        ObjectNode event = Json.of("type", "message", "subtype", "message_deleted", "hidden", true);
        event.put("deleted_ts", message.ts()).set("previous_message", message.json());
        tell(channel, inChannel(event.put("ts", workspace.ts()), channel));
    }

    Ephemeral whisper(Channel channel, String user, Content content, String thread, boolean byApp) {
        Ephemeral ephemeral = new Ephemeral(channel.id(), workspace.ts(), thread, user, content, byApp);
        channel.add(ephemeral);
        workspace.changed();
        return ephemeral;
    }

    /** @throws Refusal when it is pinned already */
    void pin(Channel channel, Message message, String user) {
        if (!channel.pin(message.ts())) throw Rule.PINNED.refusal();
        tell(channel, pinEvent("pin_added", channel, message, user));
    }

    /** @throws Refusal when it is not pinned */
    void unpin(Channel channel, Message message, String user) {
        if (!channel.unpin(message.ts())) throw Rule.NOT_PINNED.refusal();
        tell(channel, pinEvent("pin_removed", channel, message, user));
    }

    /** @throws Refusal when that user did so already, or it is no emoji's name */
    void react(Channel channel, Message message, String emoji, String user) {
        if (!emoji.matches("[a-z0-9_+'-]+")) throw Rule.REACTION_NAME.refusal();
        if (message.reactions().getOrDefault(emoji, java.util.Set.of()).contains(user)) throw Rule.REACTED.refusal();
        channel.replace(message.reacted(emoji, user));
        tell(
                channel,
                Json.of("type", "reaction_added", "user", user, "reaction", emoji)
                        .put("item_user", message.author().user())
                        .put("event_ts", workspace.ts())
                        .set("item", Json.of("type", "message", "channel", channel.id(), "ts", message.ts())));
    }

    void mention(Channel channel, Message message) {
        tell(channel, event(message, channel).put("type", "app_mention"));
    }

    private void tell(Channel channel, ObjectNode event) {
        events.happened(channel, event);
        workspace.changed();
    }

    private ObjectNode event(Message message, Channel channel) {
        String team =
                workspace.person(message.author().user()).map(Person::team).orElse(App.TEAM);
        ObjectNode event = message.json().put("team", team);
        if (!team.equals(App.TEAM)) event.put("user_team", team);
        return inChannel(event, channel);
    }

    private static ObjectNode inChannel(ObjectNode event, Channel channel) {
        return event.put("channel", channel.id())
                .put("channel_type", channel.hidden() ? "group" : "channel")
                .put("event_ts", Json.text(event, "ts"));
    }

    private ObjectNode pinEvent(String type, Channel channel, Message message, String user) {
        ObjectNode item = Json.of("type", "message", "channel", channel.id(), "message", message.json());
        item.put("created", workspace.now().getEpochSecond()).put("created_by", user);
        return Json.of("type", type, "user", user, "channel_id", channel.id(), "item", item)
                .put("item_user", message.author().user())
                .put("pin_count", channel.pinned().size())
                .put("has_pins", !channel.pinned().isEmpty())
                .put("event_ts", workspace.ts());
    }
}
