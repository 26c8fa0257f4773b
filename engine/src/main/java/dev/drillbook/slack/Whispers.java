package dev.drillbook.slack;

import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
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

    Executor threads() {
        return threads;
    }

    /** Waits until Slack takes it. @param words plain text @param isSo asked before each attempt */
    void whisper(String url, String words, BooleanSupplier isSo) {
        Map<String, Object> message =
                Map.of("response_type", "ephemeral", "replace_original", false, "text", SlackText.shown(words));
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            if (!isSo.getAsBoolean()) return;
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
