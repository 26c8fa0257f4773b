package dev.drillbook.practice.balancer;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** One open connection to a server. */
final class Upstream implements AutoCloseable {
    private final Socket socket = new Socket();
    final InputStream in;
    final OutputStream out;
    private long lastUsed = System.nanoTime();

    Upstream(InetSocketAddress address, Duration connect, Duration answer) throws IOException {
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) answer.toMillis());
            socket.connect(address, (int) connect.toMillis());
            in = new BufferedInputStream(socket.getInputStream());
            out = new BufferedOutputStream(socket.getOutputStream());
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    void used() {
        lastUsed = System.nanoTime();
    }

    boolean idleFor(Duration limit) {
        return System.nanoTime() - lastUsed > limit.toNanos();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // it is thrown away
        }
    }
}
