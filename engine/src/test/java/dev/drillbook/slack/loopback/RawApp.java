package dev.drillbook.slack.loopback;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import tools.jackson.databind.JsonNode;

/** An app without an SDK: it can say everything that a good one would not. */
final class RawApp {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    final SlackOnLoopback slack;
    final Channel channel;
    private final List<WebSocket> sockets = new ArrayList<>();

    RawApp(SlackOnLoopback slack, Channel channel) {
        this.slack = slack;
        this.channel = channel;
    }

    /** A form with the bot's token. @param pairs names and values in turn */
    JsonNode calls(String method, String... pairs) {
        return callsAs(slack.botToken(), method, pairs);
    }

    JsonNode callsAs(String token, String method, String... pairs) {
        List<String> form = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2)
            form.add(pairs[i] + "=" + URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        return calls(token, method, "application/x-www-form-urlencoded", String.join("&", form));
    }

    /** @param token empty for none */
    JsonNode calls(String token, String method, String type, String body) {
        HttpResponse<String> answer = posts(URI.create(slack.methodsAddress() + method), token, type, body);
        return Json.read(answer.body()).orElseThrow();
    }

    /** Says something in the channel, and gives its ts. */
    String posts(String text) {
        return Json.text(calls("chat.postMessage", "channel", channel.id(), "text", text), "ts");
    }

    JsonNode postsBlocks(String blocks) {
        return calls("chat.postMessage", "channel", channel.id(), "text", "fallback", "blocks", blocks);
    }

    HttpResponse<String> posts(URI address, String token, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!type.isEmpty()) request.header("Content-Type", type);
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    String ticket() {
        return Json.text(callsAs(slack.appToken(), "apps.connections.open"), "url");
    }

    /** @return the HTTP status with which it was refused, or 101 */
    int connects(String address, List<String> heard) {
        try {
            sockets.add(HTTP.newWebSocketBuilder()
                    .buildAsync(URI.create(address), new Ears(heard))
                    .join());
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused)
                return refused.getResponse().statusCode();
            throw e;
        }
    }

    /** On the newest connection. */
    void acks(String envelope, String payload) {
        String words = Json.of(
                        "envelope_id", envelope, "payload", Json.read(payload).orElseThrow())
                .toString();
        sockets.get(sockets.size() - 1).sendText(words, true).join();
    }

    private record Ears(List<String> heard) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            synchronized (heard) {
                heard.add(data.toString());
                heard.notifyAll();
            }
            socket.request(1);
            return null;
        }
    }
}
