package dev.drillbook.slack.loopback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Something that Slack tells the app: a command, a click, an event; and what came of it. */
public final class Delivery {
    /** As Socket Mode names them. */
    public enum Kind {
        SLASH("slash_commands"),
        INTERACTIVE("interactive"),
        EVENT("events_api");

        final String wire;

        Kind(String wire) {
            this.wire = wire;
        }
    }

    /** One time that it went out. @param socket 0 by HTTP */
    record Sent(Instant at, long nanos, int socket) {}

    private final Workspace workspace;
    private final Kind kind;
    private final String id;
    private final ObjectNode payload;
    private final List<Sent> sent = new ArrayList<>();
    private final List<Ack> acks = new ArrayList<>();
    private final List<Ephemeral> seen = new ArrayList<>();
    private String failure = "";

    Delivery(Workspace workspace, Kind kind, ObjectNode payload) {
        this.workspace = workspace;
        this.kind = kind;
        this.id = workspace.name("envelope-");
        this.payload = payload;
    }

    /** The envelope's. */
    public String id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public JsonNode payload() {
        return payload;
    }

    /** {@code type} of an event or interaction, or the command itself. */
    public String type() {
        if (kind == Kind.SLASH) return Json.text(payload, "command");
        return Json.text(kind == Kind.EVENT ? payload.path("event") : payload, "type");
    }

    /** How often it went out. */
    public int times() {
        synchronized (workspace) {
            return sent.size();
        }
    }

    public List<Ack> acks() {
        synchronized (workspace) {
            return List.copyOf(acks);
        }
    }

    /** What Slack told the person instead of an answer, as {@code operation_timeout}, or empty. */
    public String failure() {
        synchronized (workspace) {
            return failure;
        }
    }

    /** What the person saw in answer, each as words. */
    public List<String> seen() {
        synchronized (workspace) {
            return seen.stream().map(Ephemeral::words).collect(Collectors.toList());
        }
    }

    /**
     * The first ack, now or within a minute.
     *
     * @throws AssertionError when none comes
     */
    public Ack answered() {
        workspace.until(() -> !acks().isEmpty(), "an ack of " + payload);
        return acks().get(0);
    }

    /** The first thing that the person sees in answer, now or within a minute. */
    public String says() {
        workspace.until(() -> !seen().isEmpty(), "an answer to " + payload);
        return seen().get(0);
    }

    boolean open() {
        return acks.isEmpty() && failure.isEmpty();
    }

    boolean takesPayload() {
        return kind == Kind.SLASH || Json.text(payload, "type").equals("view_submission");
    }

    List<Sent> sent() {
        return sent;
    }

    /** Before it goes out: an ack may be here sooner than we. */
    void goes(int socket) {
        sent.add(new Sent(workspace.now(), System.nanoTime(), socket));
    }

    Instant lastSent() {
        return sent.get(sent.size() - 1).at();
    }

    void acked(JsonNode words, int socket, boolean late) {
        Duration latency = sent.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos(System.nanoTime() - sent.get(0).nanos());
        acks.add(new Ack(workspace.now(), latency, words, socket, late));
    }

    void fails(String code) {
        failure = code;
    }

    void shows(Ephemeral ephemeral) {
        seen.add(ephemeral);
    }
}
