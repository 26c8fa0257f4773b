package dev.drillbook.slack.loopback;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** {@code pins.*} and {@code reactions.*}. */
final class MarkMethods {
    private final Rooms rooms;
    private final Writing writing;

    MarkMethods(Workspace workspace, Writing writing) {
        this.rooms = new Rooms(workspace);
        this.writing = writing;
    }

    Map<String, Method> all() {
        return Map.of(
                "pins.add", Method.bot("pins:write", this::pin),
                "pins.remove", Method.bot("pins:write", this::unpin),
                "pins.list", Method.bot("pins:read", this::pins).formOnly(),
                "reactions.add", Method.bot("reactions:write", this::react));
    }

    private ObjectNode pin(Token asker, Args args) {
        Channel channel = rooms.joined(args.need("channel"));
        writing.pin(channel, rooms.message(channel, args.need("timestamp")), App.USER);
        return Json.of();
    }

    private ObjectNode unpin(Token asker, Args args) {
        Channel channel = rooms.joined(args.need("channel"));
        writing.unpin(channel, rooms.message(channel, args.need("timestamp")), App.USER);
        return Json.of();
    }

    private ObjectNode pins(Token asker, Args args) {
        Channel channel = rooms.joined(args.need("channel"));
        return Json.of(
                "items",
                channel.pinned().stream()
                        .map(message -> Json.of("type", "message", "channel", channel.id(), "message", message.json()))
                        .toList());
    }

    private ObjectNode react(Token asker, Args args) {
        Channel channel = rooms.joined(args.need("channel"));
        writing.react(channel, rooms.message(channel, args.need("timestamp")), args.need("name"), App.USER);
        return Json.of();
    }
}
