package dev.drillbook.slack.loopback;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The apps that are connected by Socket Mode now; deliveries go to each in turn. */
final class Connections implements Courier {
    private static final int MOST = 10;

    private final Workspace workspace;
    private final Tickets tickets;
    private final Faults faults;
    private final Map<Integer, WebSocket> open = new TreeMap<>();
    private Deliveries deliveries;
    private int numbered;
    private int turn;

    Connections(Workspace workspace, Tickets tickets, Faults faults) {
        this.workspace = workspace;
        this.tickets = tickets;
        this.faults = faults;
    }

    void hears(Deliveries all) {
        deliveries = all;
    }

    boolean admits(String ticket) {
        if (tickets.use(ticket)) return true;
        workspace.refused("socket", Rule.TICKET.refusal());
        return false;
    }

    boolean isSilent() {
        return faults.isSilent();
    }

    /** @return the connection's number */
    int opened(WebSocket socket) {
        int number = entered(socket);
        if (number == 0) {
            workspace.refused("socket", Rule.TOO_MANY_SOCKETS.refusal());
            bye(socket, Rule.TOO_MANY_SOCKETS.code());
            socket.close(); // not under the lock: a close on another thread may be waiting for it
        }
        return number;
    }

    private int entered(WebSocket socket) {
        synchronized (workspace) {
            if (open.size() >= MOST) return 0;
            open.put(++numbered, socket);
            ObjectNode hello = Json.of("type", "hello", "num_connections", open.size(), "debug_info", debug());
            hello.set("connection_info", Json.of("app_id", App.ID));
            say(socket, hello.toString());
            deliveries.connected();
            workspace.changed();
            return numbered;
        }
    }

    void closed(WebSocket socket) {
        synchronized (workspace) {
            open.values().remove(socket);
            workspace.changed();
        }
    }

    void heard(int number, String words) {
        Optional<JsonNode> ack = Json.read(words).filter(JsonNode::isObject);
        String id = ack.map(node -> Json.text(node, "envelope_id")).orElse("");
        JsonNode payload =
                ack.map(node -> node.path("payload")).filter(JsonNode::isObject).orElseGet(Json::of);
        deliveries.acked(id, payload, number);
    }

    @Override
    public boolean carries(Delivery delivery, int attempt, String reason) {
        List<Integer> numbers = open.entrySet().stream()
                .filter(entry -> entry.getValue().isOpen())
                .map(Map.Entry::getKey)
                .toList();
        if (numbers.isEmpty()) return false;
        int number = numbers.get(turn++ % numbers.size());
        ObjectNode envelope = Json.of("envelope_id", delivery.id(), "type", delivery.kind().wire);
        envelope.put("accepts_response_payload", delivery.takesPayload()).set("payload", delivery.payload());
        if (delivery.kind() == Delivery.Kind.EVENT)
            envelope.put("retry_attempt", attempt).put("retry_reason", reason);
        delivery.goes(number);
        if (!faults.isSilent()) say(open.get(number), envelope.toString());
        return true;
    }

    /** What is said while the other end closes is lost. */
    private static void say(WebSocket socket, String words) {
        try {
            socket.send(words);
        } catch (WebsocketNotConnectedException e) {
            // as on any network
        }
    }

    @Override
    public boolean reaches(int socket) {
        return open.containsKey(socket);
    }

    /** Without those whose end is seen, and not yet told. */
    int count() {
        synchronized (workspace) {
            return (int) open.values().stream().filter(WebSocket::isOpen).count();
        }
    }

    /** Says {@code disconnect} on every connection, and closes each unless it is only warned. */
    void disconnect(String reason) {
        for (WebSocket socket : sockets()) {
            bye(socket, reason);
            if (!reason.equals("warning")) socket.close();
        }
    }

    List<WebSocket> sockets() {
        synchronized (workspace) {
            return List.copyOf(open.values());
        }
    }

    private static void bye(WebSocket socket, String reason) {
        say(
                socket,
                Json.of("type", "disconnect", "reason", reason, "debug_info", debug())
                        .toString());
    }

    private static ObjectNode debug() {
        return Json.of("host", "applink-loopback", "build_number", 1, "approximate_connection_time", 18060);
    }
}
