package dev.drillbook.slack.loopback;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;

/** One opening of the port on which apps connect; {@link Connections} outlive it. */
final class Sockets extends WebSocketServer {
    private static final String PATH = "/link/?ticket=";

    private final Connections connections;
    private final Map<WebSocket, Integer> numbers = new ConcurrentHashMap<>();
    private final CountDownLatch listening = new CountDownLatch(1);
    private volatile Exception failure;

    Sockets(int port, Connections connections) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
        this.connections = connections;
        setReuseAddr(true);
        setTcpNoDelay(true);
        setDaemon(true);
        setConnectionLostTimeout(10); // it pings each side that often
    }

    /** @throws IllegalStateException when the port does not open within ten seconds */
    void listen() {
        start();
        try {
            if (!listening.await(10, TimeUnit.SECONDS) || failure != null)
                throw new IllegalStateException("no port for Socket Mode", failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onStart() {
        listening.countDown();
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
        String resource = request.getResourceDescriptor();
        String ticket =
                resource.startsWith(PATH) ? resource.substring(PATH.length()).split("&")[0] : "";
        if (!connections.admits(ticket)) throw new InvalidDataException(CloseFrame.POLICY_VALIDATION, "ticket");
        return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake request) {
        numbers.put(socket, connections.opened(socket));
    }

    @Override
    public void onMessage(WebSocket socket, String words) {
        connections.heard(numbers.getOrDefault(socket, 0), words);
    }

    @Override
    public void onWebsocketPing(WebSocket socket, Framedata frame) {
        if (!connections.isSilent()) super.onWebsocketPing(socket, frame);
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        numbers.remove(socket);
        connections.closed(socket);
    }

    @Override
    public void onError(WebSocket socket, Exception e) {
        if (socket == null) failure = e;
        listening.countDown();
    }

    /** Without a closing handshake: as when a cable is pulled. */
    void cut() {
        connections.sockets().forEach(socket -> socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, ""));
    }

    void end() {
        cut();
        try {
            stop(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
