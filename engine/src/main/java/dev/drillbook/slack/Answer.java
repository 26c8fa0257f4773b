package dev.drillbook.slack;

import java.util.concurrent.CompletableFuture;

/**
 * What whoever said something is told.
 *
 * @param words in the end; exceptionally what is wrong
 * @param meanwhile told when it takes longer than Slack waits
 * @param isSlow whether that is told at once: it takes longer for sure
 */
record Answer(CompletableFuture<String> words, String meanwhile, boolean isSlow) {
    /** Of a claim. */
    static Answer recorded(CompletableFuture<String> words) {
        return new Answer(words, "not recorded yet: it will be said here when it is", false);
    }

    /** Of a question. */
    static Answer found(CompletableFuture<String> words) {
        return new Answer(words, "this takes a while: the answer comes here", false);
    }

    /** Of what takes long for sure. */
    static Answer begun(CompletableFuture<String> words, String meanwhile) {
        return new Answer(words, meanwhile, true);
    }
}
