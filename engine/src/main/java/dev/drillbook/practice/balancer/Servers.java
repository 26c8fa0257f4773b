package dev.drillbook.practice.balancer;

import dev.drillbook.practice.balancer.Head.Field;
import dev.drillbook.practice.part.MetricsText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The servers, and which of them a session belongs to: its cookie names one. */
record Servers(List<Server> all, AtomicInteger turn) {
    private static final String COOKIE = "server";

    Servers(List<Server> all) {
        this(List.copyOf(all), new AtomicInteger());
    }

    /** The session's server while it is healthy, else the next healthy one in turn; empty when none is. */
    Optional<Server> of(Head request) {
        Optional<String> session = session(request);
        for (Server server : all)
            if (server.healthy() && session.isPresent() && session.get().equals(server.name))
                return Optional.of(server);
        for (int tries = 0; tries < all.size(); tries++) {
            Server next = all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
            if (next.healthy()) return Optional.of(next);
        }
        return Optional.empty();
    }

    /** The field that binds the session to the server, unless it is bound already. */
    static Optional<Field> binding(Head request, Server server) {
        if (session(request).filter(server.name::equals).isPresent()) return Optional.empty();
        return Optional.of(new Field("Set-Cookie", COOKIE + "=" + server.name + "; Path=/; HttpOnly"));
    }

    String metrics() {
        var text = new MetricsText();
        text.family("balancer_server_up", "gauge", "1 while a server passes its health checks.");
        all.forEach(server -> text.sample("balancer_server_up", server.healthy() ? 1 : 0, "server", server.name));
        text.family("balancer_requests_total", "counter", "Requests answered, by server and status.");
        all.forEach(server -> server.requests.appendCounts(text, "balancer_requests_total", "server", server.name));
        text.family("balancer_request_seconds", "summary", "Time to answer; quantiles over the last 10 s.");
        all.forEach(server -> server.requests.appendLatencies(text, "balancer_request_seconds", "server", server.name));
        return text.toString();
    }

    private static Optional<String> session(Head request) {
        for (Field field : request.fields()) {
            if (!field.name().equalsIgnoreCase("Cookie")) continue;
            for (String cookie : field.value().split(";"))
                if (cookie.strip().startsWith(COOKIE + "="))
                    return Optional.of(cookie.strip().substring(COOKIE.length() + 1));
        }
        return Optional.empty();
    }
}
