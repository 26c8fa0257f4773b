package dev.drillbook.practice.part;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.drillbook.runbook.DrillException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** A server on loopback that answers {@code /health}, {@code /metrics} and the routes of its part. */
public final class HttpPart implements AutoCloseable {
    private static final int LARGEST_BODY = 1 << 16;

    /** Answers every request whose path begins with the route's. */
    public interface Route {
        Answer answer(Request request) throws IOException;
    }

    /** @param path decoded; @param query undecoded, empty when there is none; @param body as UTF-8, at most 64 KiB */
    public record Request(String method, String path, String query, String body) {}

    public record Answer(int status, String type, String body) {
        public static Answer text(int status, String body) {
            return new Answer(status, "text/plain; charset=utf-8", body);
        }

        public static Answer html(int status, String body) {
            return new Answer(status, "text/html; charset=utf-8", body);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /**
     * Listens until it is closed.
     *
     * @param port 0 for any free one
     * @throws DrillException when the port is taken
     */
    public HttpPart(int port, Supplier<String> metrics, Map<String, Route> routes, Log log) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        } catch (IOException taken) {
            throw new DrillException("port " + port + ": " + taken.getMessage() + "; choose a free port", taken);
        }
        server.setExecutor(threads);
        serve("/health", request -> Answer.text(200, "ok\n"), log);
        serve("/metrics", request -> new Answer(200, MetricsText.TYPE, metrics.get()), log);
        routes.forEach((path, route) -> serve(path, route, log));
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(String path, Route route, Log log) {
        server.createContext(path, exchange -> {
            try (exchange) {
                write(exchange, answer(exchange, route, log));
            }
        });
    }

    private static Answer answer(HttpExchange exchange, Route route, Log log) throws IOException {
        try (InputStream body = exchange.getRequestBody()) {
            byte[] bytes = body.readNBytes(LARGEST_BODY + 1);
            if (bytes.length > LARGEST_BODY) return Answer.text(413, "the body is larger than 64 KiB\n");
            String query = exchange.getRequestURI().getRawQuery();
            return route.answer(new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    query == null ? "" : query,
                    new String(bytes, StandardCharsets.UTF_8)));
        } catch (RuntimeException defect) {
            log.error(exchange.getRequestMethod() + " " + exchange.getRequestURI() + ": " + defect);
            return Answer.text(500, "internal error\n");
        }
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), head || body.length == 0 ? -1 : body.length);
        if (!head) exchange.getResponseBody().write(body);
    }
}
