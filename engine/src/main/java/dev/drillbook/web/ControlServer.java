package dev.drillbook.web;

import com.sun.net.httpserver.HttpServer;
import dev.drillbook.control.Drills;
import dev.drillbook.control.Intake;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The control API, with a token that is new at each start. */
public final class ControlServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;
    private final Intake intake;

    private ControlServer(HttpServer server, ExecutorService threads, Intake intake) {
        this.server = server;
        this.threads = threads;
        this.intake = intake;
    }

    /** On a free port of the loopback, for as long as one drill runs. @throws DrillException when none could be opened */
    public static ControlServer start(Drills drills) {
        return open(drills, new InetSocketAddress(loopback(), 0), Set.of(), Optional.empty(), false);
    }

    /**
     * For as long as the process serves, with its health and its metrics.
     *
     * @param at where to listen
     * @param hosts names under which it may be called, beside the address itself
     * @param alerts a token with which alerts may be sent, and nothing else be done
     * @throws DrillException when the port cannot be opened
     */
    public static ControlServer serve(Drills drills, InetSocketAddress at, Set<String> hosts, Optional<Secret> alerts) {
        return open(drills, at, hosts, alerts, true);
    }

    private static ControlServer open(
            Drills drills, InetSocketAddress at, Set<String> hosts, Optional<Secret> alerts, boolean isWatched) {
        try {
            HttpServer server = HttpServer.create(at, 0);
            String host = host(server.getAddress());
            Intake intake = new Intake(URI.create("http://" + host), token());
            ExecutorService threads = Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "control API");
                thread.setDaemon(true);
                return thread;
            });
            server.setExecutor(threads);
            Guarded guarded = new Guarded(allowed(host, server.getAddress().getPort(), hosts), intake.token());
            offer(server, drills, guarded);
            server.createContext("/alerts", guarded.post(new Alerts(drills), alerts));
            if (isWatched) offerToWatchers(server, drills, guarded);
            server.start();
            drills.takesCallsAt(intake);
            return new ControlServer(server, threads, intake);
        } catch (IOException e) {
            throw new DrillException(
                    "cannot open " + host(at) + " for the control API: " + e.getMessage()
                            + "; end what listens there, or set serve.listen in drillbook.yaml",
                    e);
        }
    }

    private static void offer(HttpServer server, Drills drills, Guarded guarded) {
        server.createContext("/say", guarded.post(new Say(drills)));
        server.createContext("/status", guarded.get(new ShowStatus(drills)));
        server.createContext("/drills", guarded.post(new StartDrill(drills)));
        server.createContext("/latest", guarded.get(new ShowLatest(drills)));
        server.createContext("/finished", guarded.get(new AwaitEnd(drills)));
        server.createContext("/entries", guarded.get(new ShowEntries(drills)));
        server.createContext("/approve", guarded.post(new Approve(drills)));
        server.createContext("/approval", guarded.post(new AskApproval(drills)));
        server.createContext("/planning", guarded.post(new AskPlanning(drills)));
    }

    private static void offerToWatchers(HttpServer server, Drills drills, Guarded guarded) {
        server.createContext("/health", guarded.open(new Health()));
        server.createContext("/ready", guarded.open(new Ready(drills)));
        server.createContext("/metrics", guarded.open(new Metrics(drills)));
    }

    private static Set<String> allowed(String host, int port, Set<String> hosts) {
        Set<String> all = new HashSet<>(Set.of(host));
        if (host.equals(host(new InetSocketAddress(loopback(), port)))) all.add("localhost:" + port);
        for (String name : hosts) {
            all.add(name);
            all.add(name + ":" + port);
        }
        return all;
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    private static String host(InetSocketAddress at) {
        InetAddress address = at.getAddress().isAnyLocalAddress() ? loopback() : at.getAddress();
        String text = address.getHostAddress();
        return (text.contains(":") ? "[" + text + "]" : text) + ":" + at.getPort();
    }

    private static String token() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Where it takes calls, and the token that they must show. */
    public Intake intake() {
        return intake;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
