package dev.drillbook.slack;

import com.slack.api.methods.SlackApiException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Response;

/**
 * Why a call of Slack failed, and what that means for the next attempt.
 *
 * @param maybeDone whether Slack may have done it all the same
 * @param retryAfter how long Slack asks us to wait
 */
record Setback(String why, Blame blame, boolean maybeDone, Optional<Duration> retryAfter) {
    /** Why the call failed. */
    enum Blame {
        /** The way to Slack, Slack itself, our token or our place in the channel: nothing else succeeds either. */
        ALL,
        /** The host that takes the bytes of files: it passes, or is never reached from here; everything else succeeds. */
        UPLOAD,
        /** This kind of call: a right that is missing, a setting, an archive. Somebody may put that right. */
        KIND,
        /** What the call says: it never succeeds. */
        CONTENT
    }

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Slack's own trouble: it may have happened after the work was done. */
    private static final Set<String> TROUBLE =
            Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout");

    private static final Set<String> NOTHING_SUCCEEDS = Set.of(
            "not_in_channel",
            "channel_not_found",
            "not_authed",
            "invalid_auth",
            "token_revoked",
            "token_expired",
            "account_inactive",
            "ratelimited",
            "rate_limited");

    /** What chat.postMessage, chat.update and files.* say of what they were given; a new word is of one of these forms. */
    private static final Pattern OF_CONTENT = Pattern.compile(
            "msg_.+|no_text|too_many_.+|.+_too_(long|large|big)|invalid_(arg|array|attach|blocks|charset|form|json|metadata|post).*"
                    + "|missing_(argument|post_type)|.*blocked_file_type|file_(deleted|is_deleted|not_found)|block_mismatch"
                    + "|message_not_found|thread_not_found|cant_update_message|edit_window_closed");

    /** The request is too large. */
    private static final Set<Integer> TOO_LARGE = Set.of(413, 414, 431);

    private static final Set<Integer> CERTAINLY_UNDONE = Set.of(401, 403, 404, 407, 429);

    static Setback of(Exception thrown) {
        if (thrown instanceof NotOk no) return answered(no.error(), no.getMessage());
        if (thrown instanceof NotUploaded bytes) return of(bytes.why()).onlyOfUploads();
        if (thrown instanceof SlackApiException http) return answered(http.getResponse());
        return new Setback(
                thrown.toString(), thrown instanceof IOException ? Blame.ALL : Blame.CONTENT, true, Optional.empty());
    }

    /** Whether the same call may succeed later. */
    boolean passes() {
        return blame != Blame.CONTENT;
    }

    private Setback onlyOfUploads() {
        return blame == Blame.ALL ? new Setback(why, Blame.UPLOAD, maybeDone, retryAfter) : this;
    }

    private static Setback answered(String error, String why) {
        boolean trouble = TROUBLE.contains(error);
        return new Setback(why, blame(error, trouble), trouble, Optional.empty());
    }

    private static Blame blame(String error, boolean trouble) {
        if (trouble || NOTHING_SUCCEEDS.contains(error)) return Blame.ALL;
        return OF_CONTENT.matcher(error).matches() ? Blame.CONTENT : Blame.KIND;
    }

    private static Setback answered(Response response) {
        int status = response.code();
        Optional<Duration> retryAfter = Optional.ofNullable(response.header("Retry-After"))
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .map(asked -> asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
        return new Setback(
                "HTTP " + status,
                TOO_LARGE.contains(status) ? Blame.CONTENT : Blame.ALL,
                !CERTAINLY_UNDONE.contains(status),
                retryAfter);
    }
}
