package dev.drillbook.slack.loopback;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A request to the app, signed as Slack signs: <a
 * href="https://docs.slack.dev/authentication/verifying-requests-from-slack">page</a>. Sent twice it is a replay.
 */
public record Signed(String body, Map<String, String> headers) {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private static final String SIGNATURE = "X-Slack-Signature";

    /** @param at what its timestamp says, which may be long ago or still to come */
    static Signed of(String secret, String body, String type, Instant at) {
        String timestamp = "" + at.getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", type);
        headers.put("X-Slack-Request-Timestamp", timestamp);
        headers.put(SIGNATURE, "v0=" + hmac(secret, "v0:" + timestamp + ":" + body));
        return new Signed(body, headers);
    }

    /** The same with another signature. */
    public Signed forged() {
        return with(SIGNATURE, "v0=" + "0".repeat(64));
    }

    /** The same signature for another body. */
    public Signed tampered(String otherBody) {
        return new Signed(otherBody, headers);
    }

    public Signed with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Signed(body, all);
    }

    /** @throws IOException when nobody listens there, or answers within a minute */
    public HttpResponse<String> sentTo(URI app) throws IOException {
        return sentTo(app, Duration.ofMinutes(1));
    }

    HttpResponse<String> sentTo(URI app, Duration patience) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(app).timeout(patience).POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC", e);
        }
    }
}
