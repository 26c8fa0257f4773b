package dev.drillbook.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A proxy for one connection to a Redis. It holds a CONFIG SET until it is let go of, though the client is gone by then. */
final class SlowProxy implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final Thread work;

    SlowProxy(URI server) throws IOException {
        work = new Thread(() -> pass(server), "slow proxy");
        work.start();
    }

    URI uri() {
        return URI.create("redis://127.0.0.1:" + door.getLocalPort());
    }

    /** Once the server has read it, or has closed the connection. */
    void letGo() throws InterruptedException {
        letGo.countDown();
        work.join();
    }

    private void pass(URI uri) {
        try (Socket client = door.accept();
                Socket server = new Socket(uri.getHost(), uri.getPort())) {
            Thread back = new Thread(() -> answer(server, client), "slow proxy, back");
            back.start();
            send(client, server);
            back.join();
        } catch (IOException | InterruptedException e) {
            // the server closed it
        }
    }

    private void send(Socket client, Socket server) throws IOException, InterruptedException {
        byte[] bytes = new byte[4096];
        InputStream from = client.getInputStream();
        for (int read = from.read(bytes); read > 0; read = from.read(bytes)) {
            if (new String(bytes, 0, read, StandardCharsets.US_ASCII).contains("CONFIG\r\n$3\r\nSET")) letGo.await();
            server.getOutputStream().write(bytes, 0, read);
        }
        server.shutdownOutput();
    }

    private static void answer(Socket server, Socket client) {
        try (OutputStream to = client.getOutputStream()) {
            server.getInputStream().transferTo(to);
        } catch (IOException e) {
            // the client is gone
        }
    }

    @Override
    public void close() throws IOException {
        letGo.countDown();
        door.close();
    }
}
