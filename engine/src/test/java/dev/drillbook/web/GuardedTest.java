package dev.drillbook.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuardedTest {
    @Test
    void a_defect_is_answered_as_one() throws Exception {
        HttpResponse<String> answer = answerOf((query, body) -> {
            throw new IllegalStateException("of the test");
        });
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("{\"message\":\"a defect in Drillbook: its log tells more\",\"exit\":70}");
    }

    private static HttpResponse<String> answerOf(Guarded.Call call) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String host = "127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/", new Guarded(Set.of(host), "token").open(call));
        server.start();
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create("http://" + host)).build(), BodyHandlers.ofString());
        } finally {
            server.stop(0);
        }
    }
}
