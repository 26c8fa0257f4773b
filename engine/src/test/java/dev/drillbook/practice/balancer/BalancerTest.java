package dev.drillbook.practice.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.practice.part.Arguments;
import dev.drillbook.practice.part.Eventually;
import dev.drillbook.practice.part.Lines;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BalancerTest {
    private final Lines lines = new Lines();
    private Backend one;
    private Backend two;
    private Balancer balancer;
    private Wire client;

    @BeforeEach
    void start() throws Exception {
        one = new Backend();
        two = new Backend();
        balancer = new Balancer(
                Arguments.of(
                        "--port", "0", "--server", "shop-1=" + one.address(), "--server", "shop-2=" + two.address()),
                lines.log());
        client = new Wire(balancer.port());
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        balancer.close();
        one.close();
        two.close();
    }

    @Test
    void sessions_are_dealt_in_turn_and_each_stays_with_its_server() throws Exception {
        Set<String> servers = new HashSet<>();
        for (int sessions = 0; sessions < 2; sessions++) {
            var first = client.get("/");
            servers.add(first.servedBy());
            for (int requests = 0; requests < 5; requests++)
                assertThat(client.get("/", first.cookie()).servedBy()).isEqualTo(first.servedBy());
        }
        assertThat(servers).containsExactlyInAnyOrder("shop-1", "shop-2");
    }

    @Test
    void a_session_is_told_its_server_once() throws Exception {
        String cookie = client.get("/").cookie();
        assertThat(client.get("/", cookie).head().field("Set-Cookie")).isEmpty();
        assertThat(client.get("/", "Cookie: a=b; " + cookie.substring(8)).head().field("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void a_session_moves_when_its_server_is_killed() throws Exception {
        two.close();
        Eventually.see("shop-2 left", () -> lines.have("shop-2 is not healthy"));
        var moved = client.get("/", "Cookie: server=shop-2\r\n");
        assertThat(moved.servedBy()).isEqualTo("shop-1");
        assertThat(moved.cookie()).contains("server=shop-1");
    }

    @Test
    void what_a_killed_server_was_asked_is_answered_502_in_its_name() throws Exception {
        two.close();
        try (var other = new Wire(balancer.port())) {
            var answer = other.get("/", "Cookie: server=shop-2\r\n");
            assertThat(answer.status()).isIn("502", "200");
            if (answer.status().equals("502")) assertThat(answer.servedBy()).isEqualTo("shop-2");
        }
    }

    @Test
    void without_a_healthy_server_the_answer_is_503() throws Exception {
        one.health = two.health = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n";
        Eventually.see("both left", () -> metrics()
                .contains("up{server=\"shop-1\"} 0\nbalancer_server_up{server=\"shop-2\"} 0"));
        var answer = client.get("/");
        assertThat(answer.status()).isEqualTo("503");
        assertThat(answer.servedBy()).isEqualTo("balancer");
    }

    @Test
    void it_logs_and_counts_by_server_and_status() throws Exception {
        two.answer = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n";
        client.get("/category/7", "Cookie: server=shop-2\r\n");
        var logged = Pattern.compile("Z INFO  GET /category/7 503 \\d+\\.\\dms shop-2$");
        Eventually.see("it is logged", () -> lines.all().stream().anyMatch(logged.asPredicate()));
        assertThat(metrics())
                .contains("balancer_requests_total{server=\"shop-2\",status=\"503\"} 1\n")
                .contains("balancer_request_seconds_count{server=\"shop-2\"} 1\n");
    }

    @Test
    void connections_to_a_server_are_kept_for_the_next_request() throws Exception {
        for (int i = 0; i < 20; i++) client.get("/", "Cookie: server=shop-1\r\n");
        assertThat(one.connections).hasValue(1);
    }

    private String metrics() throws Exception {
        try (var other = new Wire(balancer.port())) {
            return other.get("/metrics").body();
        }
    }
}
