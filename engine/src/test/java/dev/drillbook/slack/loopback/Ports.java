package dev.drillbook.slack.loopback;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.drillbook.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The two ports on which this Slack listens. They can be closed, and opened again where they were. */
final class Ports implements AutoCloseable {
    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Connections connections;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread daemon = new Thread(work, "slack's web API");
        daemon.setDaemon(true);
        return daemon;
    });
    private Map<String, HttpHandler> paths = Map.of();
    private final int web = FreePort.next();
    private final int socket = FreePort.next();
    private HttpServer server;
    private Sockets sockets;

    Ports(Connections connections) {
        this.connections = connections;
    }

    void serve(Map<String, HttpHandler> handlers) {
        paths = handlers;
    }

    synchronized void open() {
        if (server != null) return;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), web), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        paths.forEach(server::createContext);
        server.start();
        sockets = new Sockets(socket, connections);
        sockets.listen();
    }

    /** Who connects now is refused. */
    synchronized void shut() {
        if (server == null) return;
        server.stop(0);
        sockets.end();
        server = null;
    }

    synchronized void cut() {
        if (server != null) sockets.cut();
    }

    String webAddress() {
        return "http://127.0.0.1:" + web;
    }

    String socketAddress() {
        return "ws://127.0.0.1:" + socket;
    }

    @Override
    public void close() {
        shut();
        threads.shutdownNow();
    }
}
