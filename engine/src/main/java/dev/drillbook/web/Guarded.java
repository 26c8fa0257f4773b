package dev.drillbook.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.drillbook.control.Exit;
import dev.drillbook.control.Wire;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every request must show before it is heard: the token, and that no web page of somebody else's sent it (the
 * Host is our own, and there is no foreign Origin). Bodies are read up to a limit.
 */
final class Guarded {
    private static final Logger LOG = LoggerFactory.getLogger(Guarded.class);
    private static final int MOST_BYTES = 1 << 20;
    private static final Wire.Wrong DEFECT =
            new Wire.Wrong("a defect in Drillbook: its log tells more", Exit.DEFECT.code());

    /** A call, after the guard: a body in, an answer that is written as JSON out. */
    interface Call {
        Object answer(Query query, String body);
    }

    private final Set<String> hosts;
    private final byte[] authorization;

    /** @param hosts the names, with their ports, under which it may be called */
    Guarded(Set<String> hosts, String token) {
        this.hosts = Set.copyOf(hosts);
        this.authorization = authorization(token);
    }

    /** Not at this moment: status 503. */
    record NotNow(Object answer) {}

    /** Text that is no JSON. */
    record Page(String type, String text) {}

    HttpHandler get(Call call) {
        return exchange -> handle(exchange, "GET", isKnown(exchange), call);
    }

    HttpHandler post(Call call) {
        return exchange -> handle(exchange, "POST", isKnown(exchange), call);
    }

    /** @param token another one, with which this may be called, and nothing else */
    HttpHandler post(Call call, Optional<Secret> token) {
        byte[] other = token.map(secret -> authorization(secret.reveal())).orElse(authorization);
        return exchange -> handle(exchange, "POST", isKnown(exchange) || shows(exchange, other), call);
    }

    /** For whoever watches the process: without a token, and so it must tell nothing of any drill. */
    HttpHandler open(Call call) {
        return exchange -> handle(exchange, "GET", true, call);
    }

    private void handle(HttpExchange exchange, String method, boolean isKnown, Call call) throws IOException {
        try (exchange) {
            if (!isOurs(exchange)) refuse(exchange, 403, "not from here: use the drillbook command");
            else if (!isKnown) refuse(exchange, 401, "wrong token: it is new at each start of a drill");
            else if (!method.equals(exchange.getRequestMethod())) refuse(exchange, 405, "use " + method);
            else answer(exchange, call);
        } catch (RuntimeException e) {
            LOG.error("a defect in the control API", e);
        }
    }

    private boolean isOurs(HttpExchange exchange) {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        return hosts.contains(String.valueOf(exchange.getRequestHeaders().getFirst("Host")))
                && (origin == null || hosts.stream().anyMatch(host -> origin.equals("http://" + host)));
    }

    private boolean isKnown(HttpExchange exchange) {
        return shows(exchange, authorization);
    }

    private static boolean shows(HttpExchange exchange, byte[] wanted) {
        String shown = exchange.getRequestHeaders().getFirst("Authorization");
        return shown != null && MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), wanted);
    }

    private static byte[] authorization(String token) {
        return ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange, Call call) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            refuse(exchange, 413, "more than " + MOST_BYTES + " bytes");
            return;
        }
        try {
            Query query = Query.of(exchange.getRequestURI().getRawQuery());
            Object answer = call.answer(query, new String(body, StandardCharsets.UTF_8));
            if (answer instanceof NotNow later) send(exchange, 503, later.answer());
            else send(exchange, 200, answer);
        } catch (DrillException e) {
            send(exchange, 400, new Wire.Wrong(e.getMessage(), Exit.of(e).code()));
        } catch (RuntimeException e) {
            LOG.error("a defect in the control API", e);
            send(exchange, 500, DEFECT);
        }
    }

    private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
        send(exchange, status, new Wire.Wrong(why, Exit.REFUSED.code()));
    }

    private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
        Page page =
                answer instanceof Page text ? text : new Page("application/json; charset=utf-8", Wire.write(answer));
        byte[] bytes = page.text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", page.type());
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
