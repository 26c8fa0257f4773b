package dev.drillbook.slack;

import com.slack.api.bolt.response.Response;
import java.util.concurrent.CompletableFuture;

/** A handler's response that is not known yet: Bolt goes on with the next one. */
final class Promised extends Response {
    private final Heard heard;
    private final CompletableFuture<Answer> answer;

    Promised(Heard heard, CompletableFuture<Answer> answer) {
        setStatusCode(200);
        this.heard = heard;
        this.answer = answer;
    }

    Heard heard() {
        return heard;
    }

    /** Exceptionally when that person may not. */
    CompletableFuture<Answer> answer() {
        return answer;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
