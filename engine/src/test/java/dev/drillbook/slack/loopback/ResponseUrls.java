package dev.drillbook.slack.loopback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Where an app answers a command or a click later on: five times, within thirty minutes. */
final class ResponseUrls implements HttpHandler {
    static final String PATH = "/response/";
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int MOST = 5;

    /** @param original the ts of the message that was clicked, or empty */
    private record Open(Delivery delivery, String original, Instant since, int uses) {}

    private final Workspace workspace;
    private final Answers answers;
    private final Writing writing;
    private final Faults faults;
    private final Map<String, Open> open = new HashMap<>();

    ResponseUrls(Workspace workspace, Answers answers, Writing writing, Faults faults) {
        this.workspace = workspace;
        this.answers = answers;
        this.writing = writing;
        this.faults = faults;
    }

    /** @return the path of that name, good from now on */
    String issue(String name, Delivery delivery, String original) {
        synchronized (workspace) {
            open.put(name, new Open(delivery, original, workspace.now(), 0));
            return PATH + name;
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String name = exchange.getRequestURI().getPath().substring(PATH.length());
            faults.instead("response_url").orElseGet(() -> received(name, body)).send(exchange);
        }
    }

    private Reply received(String name, String body) {
        synchronized (workspace) {
            try {
                Open url = Optional.ofNullable(open.get(name)).orElseThrow(Rule.RESPONSE_USED::refusal);
                if (url.uses() >= MOST) throw Rule.RESPONSE_USED.refusal();
                if (url.since().plus(LIFE).isBefore(workspace.now())) throw Rule.RESPONSE_EXPIRED.refusal();
                take(url, Json.read(body).filter(JsonNode::isObject).orElseThrow(Rule.JSON::refusal));
                open.put(name, new Open(url.delivery(), url.original(), url.since(), url.uses() + 1));
                workspace.changed();
                return Reply.json(Json.of("ok", true));
            } catch (Refusal refusal) {
                workspace.refused("response_url", refusal);
                return Reply.json(404, refusal.json());
            }
        }
    }

    private void take(Open url, JsonNode words) {
        Optional<Channel> channel =
                workspace.channel(Json.text(url.delivery().payload().path("channel"), "id"));
        Optional<Message> original = channel.flatMap(there -> there.message(url.original()));
        if (words.path("delete_original").asBoolean(false)) {
            original.ifPresent(message -> writing.delete(channel.get(), message));
            return;
        }
        Content content = Content.checked(
                Json.text(words, "text"),
                Optional.ofNullable(words.get("blocks")).filter(JsonNode::isArray));
        if (words.path("replace_original").asBoolean(false) && original.isPresent())
            writing.edit(channel.get(), original.get(), content);
        else
            answers.say(
                    url.delivery(),
                    content,
                    Json.text(words, "response_type").equals("in_channel"),
                    Json.text(words, "thread_ts"));
    }
}
