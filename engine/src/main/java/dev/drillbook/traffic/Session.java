package dev.drillbook.traffic;

import java.io.IOException;
import java.net.URI;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** What a browser keeps of one site: cookies, and a few open connections. Several requests may be on their way. */
final class Session {
    /** A burst opens more, which are closed after it. */
    private static final int KEPT_CONNECTIONS = 2;

    private final Sockets sockets;
    private final int mostBytes;
    private final Cookies cookies = new Cookies();
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    /** @param mostBytes of one answer's body */
    Session(Sockets sockets, int mostBytes) {
        this.sockets = sockets;
        this.mostBytes = mostBytes;
    }

    /**
     * Asks, and waits for the whole answer. A connection that the site closed while it was idle is replaced by a new
     * one, once, as browsers do.
     *
     * @param path with its query
     * @throws IOException when there is no whole answer by the deadline
     */
    Answer get(String path, long deadline) throws IOException {
        Connection kept = idle.pollFirst();
        if (kept == null) return ask(connect(deadline), path, deadline);
        try {
            return ask(kept, path, deadline);
        } catch (Connection.ClosedMeanwhile e) {
            return ask(connect(deadline), path, deadline);
        }
    }

    private Connection connect(long deadline) throws IOException {
        return new Connection(sockets, mostBytes, deadline);
    }

    private Answer ask(Connection connection, String path, long deadline) throws IOException {
        boolean keep = false;
        try {
            Answer answer = connection.ask(request(path), deadline);
            answer.headers("set-cookie").forEach(cookies::keep);
            keep = answer.keepsAlive() && idle.size() < KEPT_CONNECTIONS;
            return answer;
        } finally {
            if (keep) idle.addFirst(connection);
            else connection.close();
        }
    }

    private String request(String path) {
        URI address = sockets.address();
        return "GET " + path + " HTTP/1.1\r\nHost: " + address.getRawAuthority()
                + "\r\nUser-Agent: drillbook-traffic\r\nAccept: */*\r\n" + cookies.asHeader() + "\r\n";
    }
}
