package dev.drillbook.slack.loopback;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code chat.*}. */
final class ChatMethods {
    private final Workspace workspace;
    private final Rooms rooms;
    private final Writing writing;
    private final RateLimit limit;

    ChatMethods(Workspace workspace, Writing writing, RateLimit limit) {
        this.workspace = workspace;
        this.rooms = new Rooms(workspace);
        this.writing = writing;
        this.limit = limit;
    }

    Map<String, Method> all() {
        return Map.of(
                "chat.postMessage", Method.bot("chat:write", this::post),
                "chat.update", Method.bot("chat:write", this::update),
                "chat.delete", Method.bot("chat:write", this::delete),
                "chat.postEphemeral", Method.bot("chat:write", this::whisper),
                "chat.getPermalink", Method.bot("", this::permalink).formOnly());
    }

    private ObjectNode post(Token asker, Args args) {
        Channel channel = rooms.writable(args.need("channel"), asker);
        Author author = author(asker, args);
        Content content = Content.checked(args.textOr("text", ""), args.json("blocks"));
        limit.passes(channel, workspace.now());
        Message message = writing.post(channel, author, content, args.textOr("thread_ts", ""));
        return Json.of("channel", channel.id(), "ts", message.ts(), "message", message.json());
    }

    private static Author author(Token asker, Args args) {
        String name = args.textOr("username", "");
        String icon = args.text("icon_emoji").or(() -> args.text("icon_url")).orElse("");
        if (!name.isEmpty() || !icon.isEmpty()) asker.needs(Set.of("chat:write.customize"), Rule.PERSONA);
        return new Author(App.USER, true, name, icon);
    }

    private ObjectNode update(Token asker, Args args) {
        Channel channel = rooms.visible(args.need("channel"));
        Message message = rooms.message(channel, args.need("ts"));
        if (!message.author().bot()) throw Rule.OTHERS_MESSAGE.refusal();
        JsonNode blocks = args.json("blocks").orElse(message.content().blocks());
        Content content = Content.checked(args.textOr("text", ""), java.util.Optional.of(blocks));
        Message now = writing.edit(channel, message, content);
        return Json.of("channel", channel.id(), "ts", now.ts(), "text", now.text(), "message", now.json());
    }

    private ObjectNode delete(Token asker, Args args) {
        Channel channel = rooms.visible(args.need("channel"));
        Message message = rooms.message(channel, args.need("ts"));
        if (!message.author().bot()) throw Rule.OTHERS_DELETE.refusal();
        writing.delete(channel, message);
        return Json.of("channel", channel.id(), "ts", message.ts());
    }

    private ObjectNode whisper(Token asker, Args args) {
        Channel channel = rooms.writable(args.need("channel"), asker);
        String user = args.need("user");
        if (!channel.has(user)) throw Rule.EPHEMERAL_USER.refusal();
        Content content = Content.checked(args.textOr("text", ""), args.json("blocks"));
        Ephemeral ephemeral = writing.whisper(channel, user, content, args.textOr("thread_ts", ""), true);
        return Json.of("message_ts", ephemeral.ts());
    }

    private ObjectNode permalink(Token asker, Args args) {
        Channel channel = rooms.visible(args.need("channel"));
        Message message = rooms.message(channel, args.need("message_ts"));
        String thread = message.isReply() ? "?thread_ts=" + message.thread() + "&cid=" + channel.id() : "";
        return Json.of(
                "channel",
                channel.id(),
                "permalink",
                "https://" + App.DOMAIN + ".slack.com/archives/" + channel.id() + "/p"
                        + message.ts().replace(".", "") + thread);
    }
}
