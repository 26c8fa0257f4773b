package dev.drillbook.practice.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.practice.part.Arguments;
import dev.drillbook.practice.part.Lines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the balancer does to messages, byte by byte. */
class ClientTest {
    private Backend backend;
    private Balancer balancer;
    private Wire client;

    @BeforeEach
    void start() throws Exception {
        backend = new Backend();
        balancer =
                new Balancer(Arguments.of("--port", "0", "--server", "shop-1=" + backend.address()), new Lines().log());
        client = new Wire(balancer.port());
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        balancer.close();
        backend.close();
    }

    @Test
    void a_chunked_answer_arrives_whole_and_the_next_one_too() throws Exception {
        backend.answer =
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n6\r\n world\r\n0\r\nT: 1\r\n\r\n";
        for (int i = 0; i < 2; i++) assertThat(client.get("/").body()).isEqualTo("hello world");
    }

    @Test
    void an_old_client_gets_a_chunked_answer_in_one_piece() throws Exception {
        backend.answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
        client.send("GET / HTTP/1.0\r\n\r\n");
        var answer = client.reply();
        assertThat(answer.body()).isEqualTo("hello");
        assertThat(answer.head().field("Transfer-Encoding")).isEmpty();
        assertThat(client.closed()).isTrue();
    }

    @Test
    void an_answer_that_ends_with_its_connection_arrives_whole() throws Exception {
        backend.answer = "HTTP/1.1 200 OK\r\nX: until-close\r\n\r\nhello";
        var answer = client.get("/");
        assertThat(answer.body()).isEqualTo("hello");
        assertThat(answer.head().has("Connection", "close")).isTrue();
    }

    @Test
    void an_answer_without_a_body_is_not_waited_for() throws Exception {
        backend.answer = "HTTP/1.1 304 Not Modified\r\nContent-Length: 99\r\n\r\n";
        client.send("GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n");
        assertThat(client.firstLine()).startsWith("HTTP/1.1 304");
        assertThat(client.firstLine()).startsWith("HTTP/1.1 304");
    }

    @Test
    void a_body_reaches_the_server_chunked_or_not() throws Exception {
        client.send("POST /a HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello");
        assertThat(client.reply().status()).isEqualTo("200");
        client.send("POST /b HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n");
        assertThat(client.reply().status()).isEqualTo("200");
        assertThat(backend.received).hasSize(2).allMatch(request -> request.endsWith("\r\n\r\nhello"));
    }

    @Test
    void a_client_that_waits_to_send_its_body_is_told_to_go_on() throws Exception {
        client.send("POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
        assertThat(client.firstLine()).startsWith("HTTP/1.1 100 Continue");
        client.send("hello");
        assertThat(client.reply().status()).isEqualTo("200");
        assertThat(backend.received.get(0)).doesNotContain("Expect");
    }

    @Test
    void fields_of_one_connection_end_here_and_no_server_can_pose_as_another() throws Exception {
        backend.answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-Served-By: shop-9\r\nKeep-Alive: timeout=5\r\n\r\n";
        var answer = client.get("/", "Connection: keep-alive, X-Private\r\n", "X-Private: 1\r\n", "X-Kept: 2\r\n");
        assertThat(answer.head().field("Keep-Alive")).isEmpty();
        assertThat(answer.servedBy()).isEqualTo("shop-1");
        assertThat(answer.head().count("X-Served-By")).isEqualTo(1);
        assertThat(backend.received.get(0)).contains("X-Kept: 2").doesNotContain("X-Private", "keep-alive");
    }

    @Test
    void a_header_too_large_is_refused_and_nothing_is_forwarded() throws Exception {
        client.send("GET / HTTP/1.1\r\nX: " + "x".repeat(Head.LARGEST));
        assertThat(client.reply().status()).isEqualTo("431");
        assertThat(backend.received).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, 'GET /\r\n\r\n'",
        "400, 'GET / HTTP/1.1\r\nName : x\r\n\r\n'",
        "400, 'GET / HTTP/1.1\r\nA: x\r\n folded\r\n\r\n'",
        "400, 'GET / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n'",
        "400, 'GET / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n'",
        "400, 'GET / HTTP/1.1\r\nContent-Length: -5\r\n\r\n'",
        "400, 'POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'",
        "501, 'POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n'",
        "505, 'GET / HTTP/2.0\r\n\r\n'",
    })
    void a_request_that_cannot_be_understood_is_refused(String status, String request) throws Exception {
        client.send(request);
        assertThat(client.reply().status()).isEqualTo(status);
        assertThat(client.closed()).isTrue();
        assertThat(backend.received).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'rubbish\r\n\r\n'", "'HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n'"})
    void a_server_that_answers_rubbish_is_answered_for_with_502(String rubbish) throws Exception {
        backend.answer = rubbish;
        var answer = client.get("/");
        assertThat(answer.status()).isEqualTo("502");
        assertThat(answer.servedBy()).isEqualTo("shop-1");
    }

    @Test
    void a_request_is_not_tried_again() throws Exception {
        backend.hangsUp = true;
        assertThat(client.get("/").status()).isEqualTo("502");
        assertThat(backend.connections).hasValue(1);
    }
}
