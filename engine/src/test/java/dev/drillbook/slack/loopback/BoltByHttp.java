package dev.drillbook.slack.loopback;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Bolt behind the JDK's server, as an app in HTTP mode is. */
final class BoltByHttp implements AutoCloseable {
    private final App app;
    private final SlackRequestParser parser;
    private final HttpServer server;

    BoltByHttp(App app) throws IOException {
        this.app = app;
        parser = new SlackRequestParser(app.config());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/slack/events", this::handle);
        server.start();
        app.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Response answer = answer(exchange, body);
            byte[] words =
                    answer.getBody() == null ? new byte[0] : answer.getBody().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.getStatusCode(), words.length == 0 ? -1 : words.length);
            if (words.length > 0) exchange.getResponseBody().write(words);
        }
    }

    private Response answer(HttpExchange exchange, String body) throws IOException {
        Request<?> request = parser.parse(SlackRequestParser.HttpRequest.builder()
                .requestUri(exchange.getRequestURI().getPath())
                .queryString(Map.of())
                .requestBody(body)
                .headers(new RequestHeaders(exchange.getRequestHeaders()))
                .remoteAddress("127.0.0.1")
                .build());
        try {
            return request == null ? Response.error(400) : app.run(request);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
