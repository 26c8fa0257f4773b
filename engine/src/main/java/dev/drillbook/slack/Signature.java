package dev.drillbook.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a request is Slack's, and new: signed over its raw body with the app's secret, at most five minutes old or early,
 * and not seen before. See <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Slack's page</a>.
 */
final class Signature {
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";

    static final String HEADER = "X-Slack-Signature";
    static final String MISSING = "no signature: only Slack may call here";

    private final SecretKeySpec secret;
    private final Map<String, Instant> seen = new LinkedHashMap<>();

    Signature(String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * @param timestamp of the header, or null
     * @param signature of the header, or null
     * @return what is wrong with it
     */
    Optional<String> refusal(String timestamp, String signature, byte[] body, Instant now) {
        if (timestamp == null || signature == null || !timestamp.matches("[0-9]{1,12}")) return Optional.of(MISSING);
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, now).abs().compareTo(SKEW) > 0)
            return Optional.of("signed at another time: look at this machine's clock");
        byte[] right = ("v0=" + HexFormat.of().formatHex(mac(timestamp, body))).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8)))
            return Optional.of("wrong signature: look at slack.signing-secret");
        return isNew(signature, sent, now) ? Optional.empty() : Optional.of("seen before");
    }

    private byte[] mac(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    /** Only right signatures come here, so nobody else can fill the memory. */
    private synchronized boolean isNew(String signature, Instant sent, Instant now) {
        seen.values().removeIf(at -> at.plus(SKEW).isBefore(now));
        return seen.putIfAbsent(signature, sent) == null;
    }
}
