package dev.drillbook.practice.balancer;

import dev.drillbook.practice.balancer.Head.Field;
import dev.drillbook.practice.balancer.Head.Malformed;
import dev.drillbook.practice.part.Log;
import dev.drillbook.practice.part.MetricsText;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One client's connection: its requests one after another, each taken to a server and its answer brought back. */
final class Client implements Runnable {
    private static final int IDLE_MS = 60_000;
    private static final String BALANCER = "balancer";

    private final Socket socket;
    private final Servers servers;
    private final Log log;
    private InputStream in;
    private OutputStream out;

    Client(Socket socket, Servers servers, Log log) {
        this.socket = socket;
        this.servers = servers;
        this.log = log;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_MS);
            in = new BufferedInputStream(socket.getInputStream());
            out = new BufferedOutputStream(socket.getOutputStream());
            while (next()) {}
        } catch (IOException gone) {
            // the client went away, or said nothing for a minute: there is nobody to tell
        }
    }

    /** @return whether another request may follow */
    private boolean next() throws IOException {
        try {
            Optional<Head> head = Head.read(in);
            return head.isPresent() && serve(Request.of(head.get()));
        } catch (Malformed wrong) {
            log.warn("bad request " + wrong.status + ": " + wrong.getMessage());
            refuse(wrong.status, wrong.getMessage(), BALANCER);
            return false;
        }
    }

    private boolean serve(Request request) throws IOException {
        if (request.target().equals("/health")) return say(200, "text/plain", "ok\n", BALANCER, request.keepsAlive());
        if (request.target().equals("/metrics"))
            return say(200, MetricsText.TYPE, servers.metrics(), BALANCER, request.keepsAlive());
        long began = System.nanoTime();
        Optional<Server> server = servers.of(request.head());
        if (server.isPresent()) return forward(request, server.get(), began);
        refuse(503, "no server is healthy", BALANCER);
        record(request, 503, began, BALANCER);
        return false;
    }

    private boolean forward(Request request, Server server, long began) throws IOException {
        int status = 502;
        try (var exchange = new Exchange(request, server)) {
            if (request.expectsToContinue()) sayContinue();
            Answer answer;
            try {
                exchange.send(in);
                answer = exchange.answer();
            } catch (Malformed wrong) {
                status = wrong.status;
                throw wrong;
            } catch (IOException failed) {
                status = failed instanceof SocketTimeoutException ? 504 : 502;
                log.error(request.method() + " " + request.target() + ": " + server.name + ": " + failed.getMessage());
                refuse(status, "the server gave no answer", server.name);
                return false;
            }
            boolean keepAlive = exchange.deliver(answer, out);
            status = answer.status();
            return keepAlive;
        } finally {
            server.requests.answered(status, System.nanoTime() - began);
            record(request, status, began, server.name);
        }
    }

    private void sayContinue() throws IOException {
        out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private void record(Request request, int status, long began, String server) {
        String took = String.format(Locale.ROOT, "%.1fms", (System.nanoTime() - began) / 1e6);
        log.info(String.join(" ", request.method(), request.target(), Integer.toString(status), took, server));
    }

    private void refuse(int status, String why, String server) throws IOException {
        say(status, "text/plain", why + "\n", server, false);
    }

    private boolean say(int status, String type, String text, String server, boolean keepAlive) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("Content-Type", type));
        fields.add(new Field("Content-Length", Integer.toString(body.length)));
        fields.add(new Field(Exchange.SERVED_BY, server));
        if (!keepAlive) fields.add(new Field("Connection", "close"));
        new Head("HTTP/1.1 " + status + " " + Reason.of(status), fields).write(out);
        out.write(body);
        out.flush();
        return keepAlive;
    }
}
