package dev.drillbook.practice.balancer;

import dev.drillbook.practice.part.Arguments;
import dev.drillbook.practice.part.Log;
import dev.drillbook.practice.part.Part;
import dev.drillbook.runbook.DrillException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The load balancer: {@code --port P --server shop-1=127.0.0.1:P1 --server shop-2=…}. Sessions stay with their server by
 * a cookie; a server leaves only while its own health check fails. Its own pages are {@code /health} and {@code
 * /metrics}.
 */
public final class Balancer implements AutoCloseable {
    private static final int CHECK_EVERY_MS = 1000;

    private final Log log;
    private final Servers servers;
    private final ServerSocket listening;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService checks;

    /** Starts the balancer, after one health check of each server. @throws DrillException when the port is taken */
    Balancer(Arguments arguments, Log log) {
        this.log = log;
        List<Server> all = new ArrayList<>();
        arguments.named("server").forEach((name, address) -> all.add(new Server(name, address, log)));
        servers = new Servers(all);
        try {
            listening = new ServerSocket(arguments.port(), 1024, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new DrillException("port " + arguments.port() + ": " + taken.getMessage() + "; choose a free port");
        }
        all.forEach(Server::check);
        checks = Executors.newScheduledThreadPool(all.size());
        for (Server server : all)
            checks.scheduleAtFixedRate(server::check, CHECK_EVERY_MS, CHECK_EVERY_MS, TimeUnit.MILLISECONDS);
        threads.execute(this::accept);
    }

    public static void main(String[] arguments) {
        Part.run(arguments, given -> new Balancer(given, Log.toStandardOutput()));
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        checks.shutdownNow();
        listening.close();
        for (Socket client : clients) client.close();
        threads.shutdown();
    }

    private void accept() {
        while (!listening.isClosed())
            try {
                Socket client = listening.accept();
                clients.add(client);
                threads.execute(() -> {
                    new Client(client, servers, log).run();
                    clients.remove(client);
                });
            } catch (IOException failed) {
                if (!listening.isClosed()) log.error("a client could not be accepted: " + failed.getMessage());
            }
    }
}
