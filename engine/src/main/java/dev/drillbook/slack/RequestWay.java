package dev.drillbook.slack;

import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.UrlVerificationRequest;
import com.slack.api.bolt.util.SlackRequestParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.slack.Settling.Ack;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP mode: Slack calls {@code /slack/events}. What is not signed, too large or seen before is not read any further. */
final class RequestWay implements AutoCloseable {
    static final String PATH = "/slack/events";
    private static final Logger LOG = LoggerFactory.getLogger(RequestWay.class);
    private static final int MOST_BYTES = 1 << 20;
    private static final int THREADS = 16;

    private final SlackRequestParser parser;
    private final Signature signature;
    private final Line line;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread daemon = new Thread(work, "slack's requests");
        daemon.setDaemon(true);
        return daemon;
    });

    private RequestWay(HttpServer server, String secret, Reception reception, Line line) {
        this.parser = new SlackRequestParser(reception.config());
        this.signature = new Signature(secret);
        this.line = line;
        this.server = server;
    }

    /** @throws DrillException when the port cannot be opened */
    static RequestWay open(InetSocketAddress at, String secret, Reception reception, Line line) {
        try {
            RequestWay way = new RequestWay(HttpServer.create(at, 0), secret, reception, line);
            way.server.setExecutor(way.threads);
            way.server.createContext("/", way::handle);
            way.server.start();
            return way;
        } catch (IOException e) {
            throw new DrillException(
                    "cannot open " + at + " for Slack: " + e.getMessage()
                            + "; end what listens there, or set slack.listen in drillbook.yaml",
                    e);
        }
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Instant received = line.now();
        if (exchange.getRequestHeaders().getFirst(Signature.HEADER) == null) {
            send(exchange, 401, Signature.MISSING); // and not read
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        Optional<String> wrong = wrong(exchange, body, received);
        if (body.length > MOST_BYTES) send(exchange, 413, "more than " + MOST_BYTES + " bytes");
        else if (!exchange.getRequestURI().getPath().equals(PATH)) send(exchange, 404, "use " + PATH);
        else if (wrong.isPresent()) send(exchange, 401, wrong.get());
        else take(exchange, new String(body, StandardCharsets.UTF_8), received);
    }

    private Optional<String> wrong(HttpExchange exchange, byte[] body, Instant now) {
        if (body.length > MOST_BYTES) return Optional.empty();
        return signature.refusal(
                exchange.getRequestHeaders().getFirst("X-Slack-Request-Timestamp"),
                exchange.getRequestHeaders().getFirst(Signature.HEADER),
                body,
                now);
    }

    private void take(HttpExchange exchange, String body, Instant received) throws IOException {
        Request<?> request = parse(exchange, body);
        if (request instanceof UrlVerificationRequest question) send(exchange, 200, question.getChallenge());
        else if (request == null) send(exchange, 400, "not understood");
        else line.take(request, received, new Exchange(exchange, request));
    }

    private Request<?> parse(HttpExchange exchange, String body) {
        try {
            return parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri(PATH)
                    .queryString(Map.of())
                    .requestBody(body)
                    .headers(new RequestHeaders(exchange.getRequestHeaders()))
                    .remoteAddress("")
                    .build());
        } catch (RuntimeException e) {
            LOG.warn("Slack sent what is not understood: {}", e.getMessage());
            return null;
        }
    }

    /** A request that is still open: its answer is the ack. */
    private record Exchange(HttpExchange exchange, Request<?> request) implements Ack {
        @Override
        public boolean say(String words) {
            boolean told = request instanceof SlashCommandRequest && !words.isEmpty();
            try {
                send(exchange, 200, told ? SlackText.shown(words) : "");
                return told;
            } catch (IOException e) {
                LOG.warn("not acknowledged: {}", e.getMessage());
                return false;
            }
        }

        @Override
        public boolean comesAgain() {
            return request instanceof EventRequest;
        }

        @Override
        public void notNow() {
            try {
                send(exchange, 503, "not now");
            } catch (IOException e) {
                LOG.debug("gone", e);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String words) throws IOException {
        try (exchange) {
            byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
