package dev.drillbook.slack.loopback;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** {@code conversations.*} that look. */
final class ConversationMethods {
    private final Workspace workspace;
    private final Rooms rooms;

    ConversationMethods(Workspace workspace) {
        this.workspace = workspace;
        this.rooms = new Rooms(workspace);
    }

    Map<String, Method> all() {
        return Map.of(
                "conversations.info", Method.bot("channels:read", this::info).formOnly(),
                "conversations.list", Method.bot("channels:read", this::list).formOnly(),
                "conversations.members",
                        Method.bot("channels:read", this::members).formOnly(),
                "conversations.history",
                        Method.bot("channels:history", this::history).formOnly(),
                "conversations.replies",
                        Method.bot("channels:history", this::replies).formOnly());
    }

    private ObjectNode info(Token asker, Args args) {
        return Json.of("channel", rooms.visible(args.need("channel")).json());
    }

    private ObjectNode list(Token asker, Args args) {
        List<ObjectNode> seen = workspace.channels().stream()
                .filter(channel -> !channel.hidden() || channel.has(App.USER))
                .filter(channel -> !args.flag("exclude_archived") || !channel.archived())
                .map(Channel::json)
                .toList();
        return Json.of("channels", seen, "response_metadata", Json.of("next_cursor", ""));
    }

    private ObjectNode members(Token asker, Args args) {
        return Json.of(
                "members",
                rooms.visible(args.need("channel")).members(),
                "response_metadata",
                Json.of("next_cursor", ""));
    }

    private ObjectNode history(Token asker, Args args) {
        Channel channel = rooms.joined(args.need("channel"));
        Stream<Message> newestFirst = reversed(channel.messages().stream()
                .filter(message -> !message.isReply())
                .toList());
        return page(newestFirst, args, 100);
    }

    private ObjectNode replies(Token asker, Args args) {
        Channel channel = rooms.joined(args.need("channel"));
        Message first = channel.message(args.need("ts")).orElseThrow(Rule.THREAD::refusal);
        return page(channel.thread(first).stream(), args, 1000);
    }

    /** Times of messages compare as text: all have as many digits. */
    private static ObjectNode page(Stream<Message> messages, Args args, int usual) {
        String oldest = args.textOr("oldest", "0");
        String latest = args.textOr("latest", "9999999999.999999");
        boolean inclusive = args.flag("inclusive");
        int from = args.text("cursor")
                .filter(cursor -> !cursor.isEmpty())
                .map(Integer::parseInt)
                .orElse(0);
        int limit = args.text("limit").map(Integer::parseInt).orElse(usual);
        List<Message> within = messages.filter(m -> m.ts().compareTo(oldest) > 0 || inclusive && m.ts().equals(oldest))
                .filter(m -> m.ts().compareTo(latest) < 0 || inclusive && m.ts().equals(latest))
                .toList();
        boolean hasMore = within.size() > from + limit;
        return Json.of(
                "messages",
                within.stream().skip(from).limit(limit).map(Message::json).toList(),
                "has_more",
                hasMore,
                "response_metadata",
                Json.of("next_cursor", hasMore ? String.valueOf(from + limit) : ""));
    }

    private static Stream<Message> reversed(List<Message> messages) {
        return java.util.stream.IntStream.rangeClosed(1, messages.size())
                .mapToObj(back -> messages.get(messages.size() - back));
    }
}
