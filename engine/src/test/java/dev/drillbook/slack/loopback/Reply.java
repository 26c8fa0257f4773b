package dev.drillbook.slack.loopback;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** An answer by HTTP. */
record Reply(int status, String type, Map<String, String> headers, byte[] body) {
    static Reply json(ObjectNode node) {
        return json(200, node);
    }

    static Reply json(int status, ObjectNode node) {
        return new Reply(status, "application/json; charset=utf-8", Map.of(), Json.bytes(node));
    }

    static Reply text(int status, String text) {
        return new Reply(status, "text/plain", Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }

    static Reply tooMany(int retryAfterSeconds) {
        return json(429, Rule.RATE.refusal().json()).with("Retry-After", "" + retryAfterSeconds);
    }

    static Reply error(String code) {
        return json(Json.of("ok", false, "error", code));
    }

    Reply with(String header, String value) {
        return new Reply(status, type, Map.of(header, value), body);
    }

    /** The answer's {@code error}, or empty. */
    String error() {
        return Json.read(new String(body, StandardCharsets.UTF_8))
                .map(node -> Json.text(node, "error"))
                .orElse("");
    }

    void send(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) exchange.getResponseBody().write(body);
    }
}
