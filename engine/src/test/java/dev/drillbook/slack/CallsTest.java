package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Something else answers where Slack should. */
class CallsTest {
    private final Post post = Post.draft("2026-11-24-1", "1").text("a line").saying("a line");
    private HttpServer portal;
    private byte[] page = {};

    @BeforeEach
    void start() throws IOException {
        portal = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        portal.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, page.length == 0 ? -1 : page.length);
                if (page.length > 0) exchange.getResponseBody().write(page);
            }
        });
        portal.start();
    }

    @AfterEach
    void stop() {
        portal.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Sign in to the guest network</html>", "[]", "{\"ok\": tr"})
    void an_answer_that_is_none_of_slacks_is_an_outage_that_passes(String text) {
        page = text.getBytes(StandardCharsets.UTF_8);
        Calls calls = new Calls(Outside.slack(
                        URI.create("http://127.0.0.1:" + portal.getAddress().getPort() + "/api/"))
                .methods("xoxb-none"));
        assertThatThrownBy(() -> calls.post(Place.in("C1"), post))
                .isInstanceOfSatisfying(
                        Garbled.class,
                        garbled -> assertThat(Setback.of(garbled).passes()).isTrue());
    }
}
