package dev.drillbook.practice.balancer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a real socket that passes health checks and gives to every other request the bytes it is told to. */
final class Backend implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Thread acceptor;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    /** First line, fields and body of what came, as one text each. */
    final List<String> received = new CopyOnWriteArrayList<>();

    volatile String answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    volatile String health = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    volatile boolean hangsUp;
    final AtomicInteger connections = new AtomicInteger();

    Backend() throws IOException {
        acceptor = start(this::accept);
    }

    String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    /** As if its process were killed. */
    @Override
    public void close() throws IOException {
        listening.close();
        try {
            acceptor.join(); // or it may take one more
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        for (Socket socket : open) socket.close();
    }

    private void accept() {
        while (!listening.isClosed())
            try {
                Socket socket = listening.accept();
                open.add(socket);
                start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean first = true;
            for (var head = Head.read(in); head.isPresent(); head = Head.read(in)) {
                boolean check = head.get().firstLine().contains("/health");
                if (first && !check) connections.incrementAndGet();
                first = false;
                if (!check && hangsUp) return;
                if (!check) receive(head.get(), in);
                socket.getOutputStream().write((check ? health : answer).getBytes(StandardCharsets.UTF_8));
                if (!check && answer.contains("until-close")) return;
            }
        } catch (IOException gone) {
            // the balancer hung up
        }
    }

    private void receive(Head head, InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        Body.ofRequest(head).copy(in, body, false);
        var text = new ByteArrayOutputStream();
        head.write(text);
        received.add(text.toString(StandardCharsets.ISO_8859_1) + body.toString(StandardCharsets.UTF_8));
    }

    private static Thread start(Runnable work) {
        var thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
