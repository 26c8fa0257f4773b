package dev.drillbook.slack.loopback;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Brings deliveries as signed requests to the app's address; its answer is the ack. */
final class Requests implements Courier, AutoCloseable {
    private final Deliveries deliveries;
    private final String secret;
    private final Workspace workspace;
    private final URI app;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread daemon = new Thread(work, "slack's requests");
        daemon.setDaemon(true);
        return daemon;
    });

    Requests(Workspace workspace, Deliveries deliveries, String secret, URI app) {
        this.workspace = workspace;
        this.deliveries = deliveries;
        this.secret = secret;
        this.app = app;
    }

    @Override
    public boolean carries(Delivery delivery, int attempt, String reason) {
        delivery.goes(0);
        Signed first = signed(secret, delivery, workspace.now());
        Signed request = attempt == 0
                ? first
                : first.with("X-Slack-Retry-Num", "" + attempt).with("X-Slack-Retry-Reason", reason);
        threads.execute(() -> post(delivery, request));
        return true;
    }

    @Override
    public boolean reaches(int socket) {
        return true;
    }

    private void post(Delivery delivery, Signed request) {
        try {
            HttpResponse<String> answer = request.sentTo(app, deliveries.patience());
            if (answer.statusCode() == 200) deliveries.acked(delivery.id(), words(answer.body()), 0);
            else deliveries.failed(delivery, "dispatch_failed");
        } catch (HttpTimeoutException e) {
            deliveries.failed(delivery, Rule.LATE_ACK.code());
        } catch (IOException e) {
            deliveries.failed(delivery, "dispatch_failed");
        }
    }

    private static JsonNode words(String body) {
        if (body.isBlank()) return Json.of();
        return Json.read(body).filter(JsonNode::isObject).orElseGet(() -> Json.of("text", body));
    }

    /** Commands come as a form, interactions as JSON in a form, events as JSON. */
    static Signed signed(String secret, Delivery delivery, Instant at) {
        if (delivery.kind() == Delivery.Kind.EVENT)
            return Signed.of(secret, delivery.payload().toString(), "application/json", at);
        String form = delivery.kind() == Delivery.Kind.INTERACTIVE
                ? "payload=" + encoded(delivery.payload().toString())
                : delivery.payload().properties().stream()
                        .map(entry ->
                                entry.getKey() + "=" + encoded(entry.getValue().asString("")))
                        .collect(Collectors.joining("&"));
        return Signed.of(secret, form, "application/x-www-form-urlencoded", at);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
