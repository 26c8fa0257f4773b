package dev.drillbook.slack;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * What whoever said something is told.
 *
 * @param words in the end; exceptionally what is wrong
 * @param meanwhile told when it takes longer than the patience
 * @param patience from when it was heard on; Slack waits for three seconds, and a busy machine takes some of them
 */
record Answer(CompletableFuture<String> words, String meanwhile, Duration patience) {
    private static final Duration USUAL = Duration.ofMillis(2_500);

    /** Of a claim. */
    static Answer recorded(CompletableFuture<String> words) {
        return new Answer(words, "not recorded yet: it will be said here when it is", USUAL);
    }

    /** Of a question. */
    static Answer found(CompletableFuture<String> words) {
        return new Answer(words, "this takes a while: the answer comes here", USUAL);
    }

    /** Of what takes long for sure. */
    static Answer begun(CompletableFuture<String> words, String meanwhile) {
        return new Answer(words, meanwhile, Duration.ZERO);
    }
}
