package dev.drillbook.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.drillbook.runbook.Input;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HttpTest {
    private static final Input<URI> SHOP = new Input<>("shop", URI.class);
    private static HttpServer server;
    private static World world;

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/base/health", exchange -> {
            String login = exchange.getRequestHeaders().getFirst("Authorization");
            byte[] body =
                    ("grün " + exchange.getRequestURI().getQuery() + " " + login).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/base/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/base/health");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        world = new Given(
                Map.of("shop", "http://127.0.0.1:" + server.getAddress().getPort() + "/base/"));
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void the_right_status_holds_and_another_breaks() {
        assertThat(Http.at(SHOP).get("/health?deep=1").answers(200).ask(world))
                .isEqualTo(new Verdict.Holds("status 200"));
        assertThat(Http.at(SHOP).get("/nowhere").answers(200).ask(world)).isEqualTo(new Verdict.Broken("status 404"));
        assertThat(Http.at(SHOP).get("/moved").answers(302).ask(world)).isEqualTo(new Verdict.Holds("status 302"));
    }

    @Test
    void the_body_counts_where_it_is_asked_for() {
        Http.Answers health = Http.at(SHOP).get("/health?deep=1").answers(200);
        assertThat(health.containing("grün deep=1").ask(world).holds()).isTrue();
        assertThat(health.containing("red").ask(world)).isEqualTo(new Verdict.Broken("status 200 without 'red'"));
    }

    @Test
    void a_password_is_sent_and_never_shown() {
        String uri = world.resolve(SHOP).toString().replace("//", "//me:s3cret@");
        Http.Answers health = Http.at(SHOP).get("/health").answers(200).containing("Basic bWU6czNjcmV0");
        assertThat(health.ask(new Given(Map.of("shop", uri))).holds()).isTrue();
        assertThatThrownBy(() -> Http.at(uri)).isInstanceOf(Invalid.class).hasMessageNotContaining("s3cret");
        Verdict down = health.ask(new Given(Map.of("shop", "http://me:s3cret@127.0.0.1:1")));
        assertThat(down.inWords()).doesNotContain("s3cret");
    }

    @Test
    void nobody_there_is_broken_and_no_address_is_unknown() {
        assertThat(Http.at("http://127.0.0.1:1").get("/").answers(200).ask(world))
                .isEqualTo(new Verdict.Broken("no answer: connection refused"));
        assertThat(Http.at("http://no-such-host.invalid").get("/").answers(200).ask(world))
                .isInstanceOf(Verdict.Unknown.class);
        assertThat(Http.at(SHOP).get("/").answers(200).ask(Given.NOTHING)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    @Timeout(60)
    void a_server_that_never_answers_is_broken_in_the_end() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String uri = "http://127.0.0.1:" + silent.getLocalPort();
            assertThat(Http.at(uri).get("/").answers(200).ask(world)).isInstanceOf(Verdict.Broken.class);
        }
    }
}
