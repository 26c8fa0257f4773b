package dev.drillbook.practice.balancer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that sends exactly the bytes it is told. */
final class Wire implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    Wire(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a request without a body, and reads its answer. */
    Reply get(String path, String... fields) throws IOException {
        send("GET " + path + " HTTP/1.1\r\nHost: shop\r\n" + String.join("", fields) + "\r\n");
        return reply();
    }

    /** Reads a head alone, and gives its first line. */
    String firstLine() throws IOException {
        return Head.read(in).orElseThrow().firstLine();
    }

    Reply reply() throws IOException {
        Head head = Head.read(in).orElseThrow(() -> new IOException("closed without an answer"));
        var body = new ByteArrayOutputStream();
        Answer.of(head, "GET").body().copy(in, body, false);
        return new Reply(head, body.toString(StandardCharsets.UTF_8));
    }

    /** Whether the other side has closed the connection. */
    boolean closed() throws IOException {
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    record Reply(Head head, String body) {
        String status() {
            return head.words()[1];
        }

        String servedBy() {
            return head.field("X-Served-By").orElse("");
        }

        /** What a browser sends back. */
        String cookie() {
            return "Cookie: " + head.field("Set-Cookie").orElseThrow().split(";")[0] + "\r\n";
        }
    }
}
