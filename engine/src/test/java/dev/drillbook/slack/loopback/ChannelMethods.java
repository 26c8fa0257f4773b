package dev.drillbook.slack.loopback;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** {@code conversations.*} that change something. */
final class ChannelMethods {
    private final Workspace workspace;
    private final Rooms rooms;

    ChannelMethods(Workspace workspace) {
        this.workspace = workspace;
        this.rooms = new Rooms(workspace);
    }

    Map<String, Method> all() {
        return Map.of(
                "conversations.create", Method.bot("channels:manage", this::create),
                "conversations.join", Method.bot("channels:join", this::join),
                "conversations.invite", Method.bot("channels:manage", this::invite),
                "conversations.archive", Method.bot("channels:manage", this::archive),
                "conversations.setTopic", Method.bot("channels:manage", this::topic),
                "conversations.setPurpose", Method.bot("channels:manage", this::purpose));
    }

    private ObjectNode create(Token asker, Args args) {
        String name = args.textOr("name", "");
        if (name.isEmpty()) throw Rule.NAME_EMPTY.refusal();
        if (name.length() > 80) throw Rule.NAME_LENGTH.refusal();
        if (!name.equals(name.toLowerCase(java.util.Locale.ROOT)) || name.matches("(?s).*[\\s.,#!?/:@&<>].*"))
            throw Rule.NAME_CHARACTERS.refusal();
        if (workspace.channel(name).isPresent()) throw Rule.NAME_TAKEN.refusal();
        boolean hidden = args.flag("is_private");
        if (hidden) asker.needs(java.util.Set.of("groups:write"), Rule.SCOPE);
        Channel channel = workspace.open(name, hidden);
        channel.admit(App.USER);
        return Json.of("channel", channel.json());
    }

    private ObjectNode join(Token asker, Args args) {
        Channel channel = rooms.visible(args.need("channel"));
        if (channel.archived()) throw Rule.ARCHIVED.refusal();
        channel.admit(App.USER);
        return Json.of("channel", channel.json());
    }

    private ObjectNode invite(Token asker, Args args) {
        Channel channel = rooms.joined(args.need("channel"));
        for (String user : args.need("users").split(",")) {
            if (user.equals(App.USER)) throw Rule.INVITE_SELF.refusal();
            if (channel.has(rooms.person(user).id())) throw Rule.ALREADY_INVITED.refusal();
            channel.admit(user);
        }
        return Json.of("channel", channel.json());
    }

    private ObjectNode archive(Token asker, Args args) {
        Channel channel = rooms.joined(args.need("channel"));
        if (channel.archived()) throw Rule.ALREADY_ARCHIVED.refusal();
        channel.archive();
        return Json.of();
    }

    private ObjectNode topic(Token asker, Args args) {
        Channel channel = rooms.joined(args.need("channel"));
        String topic = args.textOr("topic", "");
        if (topic.length() > 250) throw Rule.TOPIC_LENGTH.refusal();
        channel.topic(topic);
        return Json.of("channel", channel.json());
    }

    private ObjectNode purpose(Token asker, Args args) {
        Channel channel = rooms.joined(args.need("channel"));
        String purpose = args.textOr("purpose", "");
        if (purpose.length() > 250) throw Rule.PURPOSE_LENGTH.refusal();
        channel.purpose(purpose);
        return Json.of("channel", channel.json());
    }
}
