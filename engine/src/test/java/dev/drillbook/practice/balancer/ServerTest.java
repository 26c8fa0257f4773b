package dev.drillbook.practice.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.practice.part.Lines;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerTest {
    private static final String FAILS = "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n";

    private final Lines lines = new Lines();
    private Backend backend;
    private Server server;

    @BeforeEach
    void start() throws Exception {
        backend = new Backend();
        server = new Server("shop-1", backend.address(), lines.log());
        server.check();
    }

    @AfterEach
    void stop() throws Exception {
        backend.close();
    }

    @Test
    void it_leaves_after_the_second_failed_check_and_comes_back_with_the_first_that_passes() {
        String passes = backend.health;
        backend.health = FAILS;
        server.check();
        assertThat(server.healthy()).isTrue();
        server.check();
        assertThat(server.healthy()).isFalse();
        backend.health = passes;
        server.check();
        assertThat(server.healthy()).isTrue();
        assertThat(lines.have("shop-1 is not healthy, its sessions move: ")).isTrue();
    }

    @Test
    void errors_in_its_answers_do_not_make_it_leave() throws Exception {
        var servers = new Servers(List.of(server));
        for (int i = 1; i <= 100; i++) {
            server.requests.answered(i % 20 == 0 ? 503 : 200, 1_000_000);
            if (i % 10 == 0) server.check();
        }
        assertThat(servers.metrics()).contains("status=\"503\"} 5\n");
        assertThat(servers.of(new Head("GET / HTTP/1.1", List.of()))).isEqualTo(Optional.of(server));
    }

    @Test
    void a_killed_server_is_seen_as_such() throws Exception {
        backend.close();
        server.check();
        server.check();
        assertThat(server.healthy()).as("%s", lines.all()).isFalse();
    }
}
