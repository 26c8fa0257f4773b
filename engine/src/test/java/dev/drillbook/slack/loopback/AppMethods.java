package dev.drillbook.slack.loopback;

import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** {@code auth.test} and {@code apps.connections.open}. */
final class AppMethods {
    private final Tickets tickets;
    private final Supplier<String> sockets;

    /** @param sockets where connections are taken, as {@code ws://…} */
    AppMethods(Tickets tickets, Supplier<String> sockets) {
        this.tickets = tickets;
        this.sockets = sockets;
    }

    Map<String, Method> all() {
        return Map.of(
                "auth.test", Method.any(this::test),
                "apps.connections.open", Method.app("connections:write", this::connect));
    }

    private ObjectNode test(Token asker, Args args) {
        if (asker.kind() == Token.Kind.APP) return Json.of("app_name", "drillbook", "app_id", App.ID);
        return Json.of(
                "url", "https://" + App.DOMAIN + ".slack.com/",
                "team", App.DOMAIN,
                "user", "drillbook",
                "team_id", App.TEAM,
                "user_id", App.USER,
                "bot_id", App.BOT,
                "is_enterprise_install", false);
    }

    private ObjectNode connect(Token asker, Args args) {
        return Json.of("url", sockets.get() + "/link/?ticket=" + tickets.issue() + "&app_id=" + App.ID);
    }
}
