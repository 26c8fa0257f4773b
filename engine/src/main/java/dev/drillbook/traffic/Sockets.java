package dev.drillbook.traffic;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All sockets to one address, so that they can be closed under those who wait for an answer. For any thread. */
final class Sockets implements AutoCloseable {
    private final URI address;
    private final Time time;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Sockets(URI address, Time time) {
        this.address = address;
        this.time = time;
    }

    URI address() {
        return address;
    }

    Socket open(long deadline) throws IOException {
        Socket socket = new Socket();
        open.add(socket);
        try {
            if (closed) throw new IOException("the traffic has ended");
            socket.setTcpNoDelay(true);
            socket.connect(resolved(), millisUntil(deadline));
            return socket;
        } catch (IOException e) {
            close(socket);
            throw e;
        }
    }

    private InetSocketAddress resolved() throws UnknownHostException {
        int port = address.getPort() < 0 ? 80 : address.getPort();
        InetSocketAddress resolved = new InetSocketAddress(address.getHost(), port);
        if (resolved.isUnresolved()) throw new UnknownHostException(address.getHost());
        return resolved;
    }

    /** At least 1. @throws SocketTimeoutException when that moment has passed */
    int millisUntil(long deadline) throws SocketTimeoutException {
        long left = deadline - time.tick();
        if (left <= 0) throw new SocketTimeoutException("no whole answer in time");
        return (int) Math.max(1, left / 1_000_000);
    }

    int count() {
        return open.size();
    }

    void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }

    /** For good. */
    @Override
    public void close() {
        closed = true;
        open.forEach(this::close);
    }
}
