package dev.drillbook.slack;

import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers that come later, for their reader alone. Slack takes five for each thing that was said, within half an hour. */
final class Whispers {
    private static final Logger LOG = LoggerFactory.getLogger(Whispers.class);
    private static final int TRIES = 5;
    private static final int GONE = 404;

    private final SlackHttpClient http;
    private final Executor threads;

    /** @param threads on which Slack is told */
    Whispers(SlackHttpClient http, Executor threads) {
        this.http = http;
        this.threads = threads;
    }

    /** @param words plain text */
    void whisper(String url, String words) {
        Map<String, Object> message =
                Map.of("response_type", "ephemeral", "replace_original", false, "text", SlackText.shown(words));
        threads.execute(() -> send(url, message));
    }

    private void send(String url, Map<String, Object> message) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try (Response answer = http.postJsonBody(url, message)) {
                if (answer.isSuccessful() || answer.code() == GONE) return;
            } catch (IOException e) {
                LOG.debug("an answer is not taken yet", e);
            }
            Patience.pause(Duration.ofSeconds(attempt));
        }
        LOG.warn("an answer could not be told in Slack: {}", message.get("text"));
    }
}
