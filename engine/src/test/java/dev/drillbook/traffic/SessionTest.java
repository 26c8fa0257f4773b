package dev.drillbook.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a server that is driven byte by byte. */
class SessionTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n";

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Time time = Time.real();
    private final Sockets sockets = new Sockets(URI.create("http://127.0.0.1:" + server.getLocalPort()), time);
    private final Session session = new Session(sockets, 1_000);

    SessionTest() throws IOException {
        server.setSoTimeout(10_000);
    }

    @AfterEach
    void close() throws IOException {
        sockets.close();
        server.close();
    }

    @Test
    void the_connection_and_the_cookie_are_kept() throws Exception {
        CompletableFuture<Answer> first = asked();
        try (Socket connection = server.accept()) {
            assertThat(heard(connection))
                    .startsWith("GET /page HTTP/1.1", "Host: 127.0.0.1:" + server.getLocalPort())
                    .noneMatch(line -> line.startsWith("Cookie"));
            say(connection, OK + "Set-Cookie: server=b\r\n\r\nhi");
            assertThat(answerTo(first).text()).isEqualTo("hi");
            CompletableFuture<Answer> second = asked();
            assertThat(heard(connection)).contains("Cookie: server=b");
            say(connection, OK + "\r\nho");
            assertThat(answerTo(second).text()).isEqualTo("ho");
        }
    }

    @Test
    void a_connection_that_was_closed_while_idle_is_replaced_and_nobody_notices() throws Exception {
        CompletableFuture<Answer> first = asked();
        try (Socket connection = server.accept()) {
            heard(connection);
            say(connection, OK + "\r\nhi");
            answerTo(first);
        }
        CompletableFuture<Answer> second = asked();
        try (Socket connection = server.accept()) {
            heard(connection);
            say(connection, OK + "\r\nho");
            assertThat(answerTo(second).text()).isEqualTo("ho");
        }
    }

    @Test
    void a_new_connection_that_is_closed_without_an_answer_is_a_failure() throws Exception {
        CompletableFuture<Answer> asked = asked();
        try (Socket connection = server.accept()) {
            heard(connection);
        }
        assertThatThrownBy(() -> answerTo(asked)).hasRootCauseInstanceOf(IOException.class);
        assertThat(sockets.count()).isZero();
    }

    @Test
    void an_answer_that_breaks_off_on_a_kept_connection_is_a_failure_and_not_asked_for_again() throws Exception {
        CompletableFuture<Answer> first = asked();
        CompletableFuture<Answer> second;
        try (Socket connection = server.accept()) {
            heard(connection);
            say(connection, OK + "\r\nhi");
            answerTo(first);
            second = asked();
            heard(connection);
            say(connection, OK + "\r\nh");
        }
        assertThatThrownBy(() -> answerTo(second)).hasRootCauseInstanceOf(IOException.class);
        server.setSoTimeout(1);
        assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void an_answer_that_trickles_in_has_the_same_deadline_as_one_that_does_not_come() throws Exception {
        CompletableFuture<Answer> asked = asked(time.tick() + 500_000_000);
        try (Socket connection = server.accept()) {
            heard(connection);
            say(connection, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
            while (!asked.isDone()) {
                say(connection, "x");
                Thread.sleep(20);
            }
        } catch (IOException e) {
            // It has hung up, as it should.
        }
        assertThatThrownBy(() -> answerTo(asked)).hasRootCauseInstanceOf(SocketTimeoutException.class);
    }

    private CompletableFuture<Answer> asked() {
        return asked(time.tick() + 10 * Beginning.SECOND);
    }

    private CompletableFuture<Answer> asked(long deadline) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return session.get("/page", deadline);
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
    }

    private static Answer answerTo(CompletableFuture<Answer> asked) throws Exception {
        return asked.get(1, TimeUnit.MINUTES);
    }

    private static List<String> heard(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) lines.add(line);
        return lines;
    }

    private static void say(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
