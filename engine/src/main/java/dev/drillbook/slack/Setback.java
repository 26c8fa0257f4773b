package dev.drillbook.slack;

import com.slack.api.methods.SlackApiException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import okhttp3.Response;

/**
 * Why a call of Slack failed, and what that means for the next attempt.
 *
 * @param passes whether the same call may succeed later
 * @param maybeDone whether Slack may have done it all the same
 * @param retryAfter how long Slack asks us to wait
 */
record Setback(String why, boolean passes, boolean maybeDone, Optional<Duration> retryAfter) {
    private static final int TOO_MANY = 429;

    /** Slack's own trouble: it may have happened after the work was done. */
    private static final Set<String> TROUBLE =
            Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout");

    /** A person can put that right: invite the app, give it a new token. Until then all there is to tell waits. */
    private static final Set<String> WAITS_FOR_A_PERSON = Set.of(
            "not_in_channel",
            "channel_not_found",
            "not_authed",
            "invalid_auth",
            "token_revoked",
            "token_expired",
            "account_inactive",
            "ratelimited",
            "rate_limited");

    static Setback of(Exception thrown) {
        if (thrown instanceof NotOk no) return answered(no.error(), no.getMessage());
        if (thrown instanceof SlackApiException http) return answered(http.getResponse());
        return new Setback(thrown.toString(), thrown instanceof IOException, true, Optional.empty());
    }

    private static Setback answered(String error, String why) {
        boolean trouble = TROUBLE.contains(error);
        return new Setback(why, trouble || WAITS_FOR_A_PERSON.contains(error), trouble, Optional.empty());
    }

    private static Setback answered(Response response) {
        int status = response.code();
        Optional<Duration> retryAfter = Optional.ofNullable(response.header("Retry-After"))
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        return new Setback("HTTP " + status, status == TOO_MANY || status >= 500, status >= 500, retryAfter);
    }
}
