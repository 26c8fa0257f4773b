package dev.drillbook.slack;

import com.slack.api.methods.SlackApiException;
import java.time.Duration;
import java.util.Optional;

/** How long to leave Slack alone before asking again. */
final class Patience {
    static final Duration USUAL = Duration.ofSeconds(1);

    private Patience() {}

    /** What {@code Retry-After} says, or a second. */
    static Duration asked(SlackApiException refusal) {
        return Optional.ofNullable(refusal.getResponse().header("Retry-After"))
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(USUAL);
    }

    /** Sooner over when the thread is interrupted, which it stays. */
    static void pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
