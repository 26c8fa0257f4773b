package dev.drillbook.slack.loopback;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One message a second and channel; off until a test wants it. Whoever calls holds the workspace's lock. */
final class RateLimit {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, Instant> last = new HashMap<>();
    private volatile boolean on;

    void turnOn() {
        on = true;
    }

    /** @throws Refusal when the last message is too young */
    void passes(Channel channel, Instant now) {
        if (!on) return;
        Instant before = last.getOrDefault(channel.id(), Instant.MIN);
        if (before.isAfter(now.minus(PAUSE))) throw Rule.RATE.refusal();
        last.put(channel.id(), now);
    }
}
