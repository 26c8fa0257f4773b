package dev.drillbook.slack;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import com.slack.api.socket_mode.request.EventsApiEnvelope;
import com.slack.api.socket_mode.request.InteractiveEnvelope;
import com.slack.api.util.json.GsonFactory;
import dev.drillbook.slack.Settling.Ack;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.java_websocket.framing.CloseFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Socket Mode: Slack's client with its own queue left out. Bolt polls that queue with ten threads, which forgets in which
 * order and when things came, and ends with each thread that waits for a disk; and its monitor dies of one
 * {@code ok:false}. So messages are taken as they are read, and {@link Watchdog} reconnects.
 */
final class SocketWay extends SocketModeClientJavaWSImpl {
    private static final Logger LOG = LoggerFactory.getLogger(SocketWay.class);

    /** Never connected to: the client wants an address before there is one. */
    private static final String NOWHERE = "ws://127.0.0.1:9/";

    private static final Gson GSON = GsonFactory.createSnakeCase();

    private final SocketModeRequestParser parser;
    private final Line line;
    private final Watchdog watchdog;

    private SocketWay(Slack slack, String appToken, Reception reception, Line line) throws URISyntaxException {
        super(slack, appToken, NOWHERE, 0, new ConcurrentLinkedMessageQueue(), false, false, 1);
        this.parser = new SocketModeRequestParser(reception.config());
        this.line = line;
        this.watchdog = new Watchdog(this::verifyConnection, this::connectToNewEndpoint);
    }

    /** Returns at once, connected or not: Slack may be away, and comes back. */
    static SocketWay open(Slack slack, String appToken, Reception reception, Line line) {
        try {
            SocketWay way = new SocketWay(slack, appToken, reception, line);
            way.watchdog.start();
            return way;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On the thread that reads the socket. */
    @Override
    public void enqueueMessage(String message) {
        Instant received = line.now();
        SocketModeRequest request = message.startsWith("{") ? parser.parse(message) : null;
        if (request != null && request.getBoltRequest() != null)
            line.take(request.getBoltRequest(), received, new Envelope(request));
        else if (request != null) new Envelope(request).say("");
        else if (isOf(message, "hello")) watchdog.greeted();
        else if (isOf(message, "disconnect")) watchdog.leaving();
    }

    private static boolean isOf(String message, String type) {
        return message.startsWith("{")
                && JsonParser.parseString(message)
                        .getAsJsonObject()
                        .get("type")
                        .getAsString()
                        .equals(type);
    }

    /** Also of an older connection, which we close ourselves, normally. */
    @Override
    public void runCloseListenersAndAutoReconnectAsNecessary(Integer code, String reason) {
        if (code != CloseFrame.NORMAL) watchdog.troubled(new IOException("closed with " + code + " " + reason));
    }

    @Override
    public void runErrorListeners(Throwable reason) {
        watchdog.troubled(reason);
    }

    /** An envelope, which may be acknowledged on a newer socket than its own. */
    private final class Envelope implements Ack {
        private final String id;
        private final boolean takesWords;
        private final boolean isEvent;

        Envelope(SocketModeRequest request) {
            this.id = request.getEnvelope().getEnvelopeId();
            this.takesWords = Boolean.TRUE.equals(request.getEnvelope().getAcceptsResponsePayload())
                    && !request.getEnvelope().getType().equals(InteractiveEnvelope.TYPE);
            this.isEvent = request.getEnvelope().getType().equals(EventsApiEnvelope.TYPE);
        }

        @Override
        public boolean say(String words) {
            Map<String, Object> ack = new LinkedHashMap<>();
            ack.put("envelope_id", id);
            boolean told = takesWords && !words.isEmpty();
            if (told) ack.put("payload", Map.of("text", SlackText.shown(words)));
            try {
                sendSocketModeResponse(GSON.toJson(ack));
                return told;
            } catch (RuntimeException e) {
                LOG.warn("not acknowledged: {}", e.getMessage());
                return false;
            }
        }

        @Override
        public boolean comesAgain() {
            return isEvent;
        }

        /** No ack says it. */
        @Override
        public void notNow() {}
    }

    @Override
    public void close() throws IOException {
        watchdog.close();
        super.close();
    }
}
