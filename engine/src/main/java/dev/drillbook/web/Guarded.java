package dev.drillbook.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.drillbook.control.Exit;
import dev.drillbook.control.Wire;
import dev.drillbook.runbook.DrillException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every request must show before it is heard: the token, and that no web page of somebody else's sent it (the
 * Host is our own, and there is no foreign Origin). Bodies are read up to a limit.
 */
final class Guarded {
    private static final Logger LOG = LoggerFactory.getLogger(Guarded.class);
    private static final int MOST_BYTES = 1 << 20;

    /** A call, after the guard: a body in, an answer that is written as JSON out. */
    interface Call {
        /** @param query of the address, or empty */
        Object answer(String query, String body);
    }

    private final String host;
    private final byte[] authorization;

    Guarded(String host, String token) {
        this.host = host;
        this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    HttpHandler get(Call call) {
        return exchange -> handle(exchange, "GET", call);
    }

    HttpHandler post(Call call) {
        return exchange -> handle(exchange, "POST", call);
    }

    private void handle(HttpExchange exchange, String method, Call call) throws IOException {
        try (exchange) {
            if (!isOurs(exchange)) refuse(exchange, 403, "not from here: use the drillbook command");
            else if (!isKnown(exchange)) refuse(exchange, 401, "wrong token: it is new at each start of a drill");
            else if (!method.equals(exchange.getRequestMethod())) refuse(exchange, 405, "use " + method);
            else answer(exchange, call);
        } catch (RuntimeException e) {
            LOG.error("a defect in the control API", e);
        }
    }

    private boolean isOurs(HttpExchange exchange) {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        return host.equals(exchange.getRequestHeaders().getFirst("Host"))
                && (origin == null || origin.equals("http://" + host));
    }

    private boolean isKnown(HttpExchange exchange) {
        String shown = exchange.getRequestHeaders().getFirst("Authorization");
        return shown != null && MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), authorization);
    }

    private void answer(HttpExchange exchange, Call call) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            refuse(exchange, 413, "more than " + MOST_BYTES + " bytes");
            return;
        }
        String query = exchange.getRequestURI().getQuery();
        try {
            send(exchange, 200, call.answer(query == null ? "" : query, new String(body, StandardCharsets.UTF_8)));
        } catch (DrillException e) {
            send(exchange, 400, new Wire.Wrong(e.getMessage(), Exit.of(e).code()));
        }
    }

    private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
        send(exchange, status, new Wire.Wrong(why, Exit.REFUSED.code()));
    }

    private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] bytes = Wire.write(answer).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
