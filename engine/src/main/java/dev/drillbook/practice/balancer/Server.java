package dev.drillbook.practice.balancer;

import dev.drillbook.practice.part.Log;
import dev.drillbook.practice.part.Requests;
import dev.drillbook.runbook.Invalid;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A server behind the balancer: its idle connections, its health, and what it answered. */
final class Server {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration CHECK = Duration.ofSeconds(1);
    // Well below the servers' own limit: a connection must not be closed there while a request is on its way.
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final int LEAVES_AFTER_FAILED_CHECKS = 2;

    final String name;
    final Requests requests = new Requests(Clock.systemUTC());
    private final InetSocketAddress address;
    private final Log log;
    private final ConcurrentLinkedDeque<Upstream> idle = new ConcurrentLinkedDeque<>();
    private int failedChecks = LEAVES_AFTER_FAILED_CHECKS;
    private volatile boolean healthy;

    /** @param address {@code host:port} */
    Server(String name, String address, Log log) {
        this.name = name;
        this.log = log;
        int colon = address.lastIndexOf(':');
        try {
            this.address =
                    new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        } catch (RuntimeException wrong) {
            throw new Invalid("--server " + name + "=" + address + ": expected an address; write --server " + name
                    + "=127.0.0.1:8001");
        }
    }

    boolean healthy() {
        return healthy;
    }

    /** An idle connection, or a new one. */
    Upstream connect() throws IOException {
        for (Upstream used = idle.pollFirst(); used != null; used = idle.pollFirst()) {
            if (!used.idleFor(IDLE)) return used;
            used.close();
        }
        return new Upstream(address, CONNECT, ANSWER);
    }

    /** The exchange is over, and the connection can carry another. */
    void giveBack(Upstream connection) {
        connection.used();
        idle.addFirst(connection);
    }

    /** Asks for {@code /health}; to be called once a second. Errors in answers to clients never count. */
    void check() {
        try (var connection = new Upstream(address, CHECK, CHECK)) {
            String request = "GET /health HTTP/1.1\r\nHost: " + name + "\r\nConnection: close\r\n\r\n";
            connection.out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            connection.out.flush();
            Head answer = Head.read(connection.in).orElseThrow(() -> new IOException("no answer"));
            if (!answer.words()[1].equals("200")) throw new IOException(answer.firstLine());
            passed();
        } catch (IOException failed) {
            failed(failed);
        }
    }

    private void passed() {
        failedChecks = 0;
        if (!healthy) log.info(name + " is healthy");
        healthy = true;
    }

    private void failed(IOException why) {
        failedChecks++;
        if (healthy) log.warn(name + " failed a health check: " + why);
        if (failedChecks < LEAVES_AFTER_FAILED_CHECKS) return;
        if (healthy) log.error(name + " is not healthy, its sessions move: " + why);
        healthy = false;
        for (Upstream dead = idle.pollFirst(); dead != null; dead = idle.pollFirst()) dead.close();
    }
}
