package dev.drillbook.slack.loopback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The second of a file's three steps: its bytes come to an address that is good for once. */
final class Uploads implements HttpHandler {
    static final String PATH = "/upload/v1/";

    /** A file that was announced; it has bytes once they came. */
    record Announced(String id, String name, String altText, int length, Optional<byte[]> bytes) {}

    private final Workspace workspace;
    private final Faults faults;
    private final Map<String, Announced> announced = new LinkedHashMap<>();

    Uploads(Workspace workspace, Faults faults) {
        this.workspace = workspace;
        this.faults = faults;
    }

    /** @return the path to which its bytes are to be sent */
    String announce(String id, String name, String altText, int length) {
        announced.put(id, new Announced(id, name, altText, length, Optional.empty()));
        return PATH + id;
    }

    /** @throws Refusal when its bytes did not come, or it was taken before */
    SharedFile take(String id, String title) {
        Announced file = announced.get(id);
        if (file == null || file.bytes().isEmpty()) throw Rule.UPLOAD_OPEN.refusal();
        announced.remove(id);
        return new SharedFile(
                id,
                file.name(),
                title.isEmpty() ? file.name() : title,
                file.altText(),
                file.bytes().get());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Optional<Reply> instead = faults.instead("upload");
            Reply reply = instead.isPresent() ? instead.get() : received(exchange.getRequestURI(), body);
            reply.send(exchange);
        }
    }

    private Reply received(URI address, byte[] body) {
        synchronized (workspace) {
            try {
                String id = address.getPath().substring(PATH.length());
                Announced file = announced.get(id);
                if (file == null || file.bytes().isPresent()) throw Rule.UPLOAD_ADDRESS.refusal();
                if (body.length != file.length())
                    throw Rule.UPLOAD_LENGTH.refusal(body.length + " bytes came of " + file.length());
                announced.put(id, new Announced(id, file.name(), file.altText(), file.length(), Optional.of(body)));
                return Reply.text(200, "OK - " + body.length);
            } catch (Refusal refusal) {
                workspace.refused("upload", refusal);
                return Reply.text(Integer.parseInt(refusal.code()), refusal.getMessage());
            }
        }
    }
}
