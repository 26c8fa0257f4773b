package dev.drillbook.practice.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.drillbook.practice.auditor.Webhook.Receiver;
import dev.drillbook.practice.part.Lines;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookTest {
    private static final Alert STALE =
            new Alert("StaleAnswers", "3 of 15 pages", Instant.parse("2026-11-24T10:00:00Z"), Optional.empty());

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final Lines lines = new Lines();
    private final Webhook webhook = new Webhook(HttpClient.newHttpClient(), lines.log());
    private volatile int status = 200;
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/alerts", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (status == 200) received.add(new JsonMapper().readTree(body));
            tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void an_alert_arrives_in_the_form_that_alertmanager_gives_it() {
        webhook.to(receiver(), List.of());
        webhook.add(STALE);
        webhook.add(STALE.resolved(Instant.parse("2026-11-24T10:05:00Z")));
        webhook.deliver();
        assertThat(tokens).containsExactly("Bearer s3cret", "Bearer s3cret");
        JsonNode firing = received.get(0);
        assertThat(firing.at("/version").asString()).isEqualTo("4");
        assertThat(firing.at("/status").asString()).isEqualTo("firing");
        assertThat(firing.at("/alerts/0/labels/alertname").asString()).isEqualTo("StaleAnswers");
        assertThat(firing.at("/alerts/0/annotations/summary").asString()).isEqualTo("3 of 15 pages");
        assertThat(firing.at("/alerts/0/startsAt").asString()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(firing.at("/alerts/0/endsAt").asString()).isEqualTo("0001-01-01T00:00:00Z");
        JsonNode resolved = received.get(1);
        assertThat(resolved.at("/alerts/0/status").asString()).isEqualTo("resolved");
        assertThat(resolved.at("/alerts/0/endsAt").asString()).isEqualTo("2026-11-24T10:05:00Z");
        assertThat(resolved.at("/alerts/0/fingerprint")).isEqualTo(firing.at("/alerts/0/fingerprint"));
    }

    @Test
    void what_was_not_taken_is_sent_again_in_order_and_the_token_is_not_logged() {
        webhook.to(receiver(), List.of());
        webhook.add(STALE);
        webhook.add(STALE.resolved(Instant.parse("2026-11-24T10:05:00Z")));
        status = 503;
        webhook.deliver();
        assertThat(tokens).hasSize(1);
        status = 200;
        webhook.deliver();
        assertThat(received).extracting(alert -> alert.at("/status").asString()).containsExactly("firing", "resolved");
        assertThat(lines.have("StaleAnswers (firing) not delivered")).isTrue();
        assertThat(lines.have("s3cret")).isFalse();
    }

    @Test
    void a_new_receiver_is_told_what_fires_already() {
        webhook.add(STALE);
        webhook.deliver();
        assertThat(tokens).isEmpty();
        webhook.to(receiver(), List.of(STALE));
        webhook.deliver();
        assertThat(received).hasSize(1);
    }

    private Receiver receiver() {
        return new Receiver(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/alerts"), "s3cret");
    }
}
