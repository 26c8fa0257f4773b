package dev.drillbook.web;

import com.sun.net.httpserver.HttpServer;
import dev.drillbook.control.Drills;
import dev.drillbook.control.Intake;
import dev.drillbook.runbook.DrillException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The control API on a free port of the loopback, with a token that is new at each start. */
public final class ControlServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;
    private final Intake intake;

    private ControlServer(HttpServer server, ExecutorService threads, Intake intake) {
        this.server = server;
        this.threads = threads;
        this.intake = intake;
    }

    /** @throws DrillException when no port could be opened */
    public static ControlServer start(Drills drills) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            String host = "127.0.0.1:" + server.getAddress().getPort();
            Intake intake = new Intake(URI.create("http://" + host), token());
            ExecutorService threads = Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "control API");
                thread.setDaemon(true);
                return thread;
            });
            server.setExecutor(threads);
            Guarded guarded = new Guarded(host, intake.token());
            server.createContext("/say", guarded.post(new Say(drills)));
            server.createContext("/status", guarded.get(new ShowStatus(drills)));
            server.createContext("/entries", guarded.get(new ShowEntries(drills)));
            server.createContext("/alerts", guarded.post(new Alerts(drills)));
            server.start();
            drills.takesCallsAt(intake);
            return new ControlServer(server, threads, intake);
        } catch (IOException e) {
            throw new DrillException("cannot open a port for the control API: " + e.getMessage(), e);
        }
    }

    private static String token() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    Intake intake() {
        return intake;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
