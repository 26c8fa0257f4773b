package dev.drillbook.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedTest {
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Prices prices = new Prices();
    private final Sockets sockets;
    private final Feed feed;
    private volatile String lines = "";

    FeedTest() throws IOException {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            byte[] body = lines.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        sockets = new Sockets(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/commits?shop=1"), Time.real());
        feed = new Feed(sockets, prices, Duration.ofSeconds(10), Time.real());
    }

    @AfterEach
    void close() {
        sockets.close();
        server.stop(0);
    }

    @Test
    void each_reading_goes_on_where_the_last_one_ended() {
        lines = "1 42 100 1000\n7 42 200 2000\n";
        assertThat(feed.read()).isTrue();
        lines = "";
        assertThat(feed.read()).isTrue();
        assertThat(asked).containsExactly("/commits?shop=1&after=0", "/commits?shop=1&after=7");
        assertThat(prices.isStale(new Page.Price(42, 100), HandTime.NOON, Duration.ZERO))
                .isTrue();
        assertThat(prices.isStale(new Page.Price(42, 200), HandTime.NOON, Duration.ZERO))
                .isFalse();
    }

    @Test
    void a_line_that_is_no_commit_makes_it_unread_and_is_named() {
        lines = "1 42 oops 1000\n";
        assertThat(feed.read()).isFalse();
        assertThat(feed.whyUnread()).hasValueSatisfying(why -> assertThat(why)
                .contains("'1 42 oops 1000' instead of 'seq product cents epochMillis'"));
    }

    @Test
    void one_that_is_gone_is_unread_and_the_reason_is_told() {
        assertThat(feed.read()).isTrue();
        server.stop(0);
        assertThat(feed.read()).isFalse();
        assertThat(feed.whyUnread()).hasValueSatisfying(why -> assertThat(why).startsWith("cannot read http://"));
    }
}
