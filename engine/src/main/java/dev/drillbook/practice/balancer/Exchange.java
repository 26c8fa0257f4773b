package dev.drillbook.practice.balancer;

import dev.drillbook.practice.balancer.Head.Field;
import dev.drillbook.practice.balancer.Head.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One request to a server, and its answer. What fails is not tried again: a request may not be safe to repeat. */
final class Exchange implements AutoCloseable {
    static final String SERVED_BY = "X-Served-By";

    // Fields that are about one connection and end here (RFC 9110, section 7.6.1), and those that we write ourselves.
    private static final Set<String> NOT_PASSED_ON = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect",
            "x-served-by");

    private final Request request;
    private final Server server;
    private Upstream upstream;
    private boolean completed;

    Exchange(Request request, Server server) {
        this.request = request;
        this.server = server;
    }

    /** Sends the request with its body. @throws Malformed when it is the client's body that is wrong */
    void send(InputStream body) throws IOException {
        upstream = server.connect();
        List<Field> fields = passedOn(request.head());
        if (request.body().kind() == Body.Kind.CHUNKED) fields.add(new Field("Transfer-Encoding", "chunked"));
        new Head(request.method() + " " + request.target() + " HTTP/1.1", fields).write(upstream.out);
        request.body().copy(body, upstream.out, true);
        upstream.out.flush();
    }

    /** Waits for the head of the answer. */
    Answer answer() throws IOException {
        try {
            while (true) {
                Head head = Head.read(upstream.in).orElseThrow(() -> new IOException("closed without an answer"));
                Answer answer = Answer.of(head, request.method());
                if (answer.status() >= 200) return answer; // below, it only says that the answer is to come
            }
        } catch (Malformed wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        }
    }

    /** @return whether the client's connection can carry another request */
    boolean deliver(Answer answer, OutputStream client) throws IOException {
        boolean chunks = answer.body().kind() == Body.Kind.CHUNKED && !request.oldVersion();
        boolean keepAlive = request.keepsAlive() && answer.body().kind() != Body.Kind.UNTIL_CLOSE;
        List<Field> fields = passedOn(answer.head());
        fields.add(new Field(SERVED_BY, server.name));
        Servers.binding(request.head(), server).ifPresent(fields::add);
        if (chunks) fields.add(new Field("Transfer-Encoding", "chunked"));
        if (!keepAlive) fields.add(new Field("Connection", "close"));
        new Head("HTTP/1.1 " + answer.status() + " " + answer.reason(), fields).write(client);
        try {
            answer.body().copy(upstream.in, client, chunks);
        } catch (Malformed wrong) {
            throw new IOException("the answer was cut off: " + wrong.getMessage(), wrong);
        }
        client.flush();
        completed = answer.keepsAlive();
        return keepAlive;
    }

    /** Keeps the connection to the server for the next request, if this one was carried to its end. */
    @Override
    public void close() {
        if (upstream == null) return;
        if (completed) server.giveBack(upstream);
        else upstream.close();
    }

    private static List<Field> passedOn(Head head) {
        var fields = new ArrayList<Field>(head.fields().size() + 4);
        for (Field field : head.fields())
            if (!NOT_PASSED_ON.contains(field.name().toLowerCase(Locale.ROOT)) && !head.has("Connection", field.name()))
                fields.add(field);
        return fields;
    }
}
