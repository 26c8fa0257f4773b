package dev.drillbook.slack.loopback;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** {@code users.*}. */
final class UserMethods {
    private final Workspace workspace;

    UserMethods(Workspace workspace) {
        this.workspace = workspace;
    }

    Map<String, Method> all() {
        return Map.of(
                "users.info", Method.bot("users:read", this::info).formOnly(),
                "users.list", Method.bot("users:read", this::list).formOnly());
    }

    private ObjectNode info(Token asker, Args args) {
        return Json.of("user", new Rooms(workspace).person(args.need("user")).json());
    }

    private ObjectNode list(Token asker, Args args) {
        return Json.of(
                "members",
                workspace.people().stream().map(Person::json).toList(),
                "cache_ts",
                workspace.now().getEpochSecond(),
                "response_metadata",
                Json.of("next_cursor", ""));
    }
}
