package dev.drillbook.slack;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * In which order what was heard is acted on: what one person said in the order in which they said it, and everything in
 * the order of {@link #next} calls, but nobody waits until Slack has told who somebody else is.
 */
final class Turns {
    private static final CompletableFuture<Object> NOBODY = CompletableFuture.completedFuture("");

    private final Map<String, CompletableFuture<?>> last = new ConcurrentHashMap<>();

    /** @param act begins something, without waiting for its end; called at once when everything is known */
    <P, T> CompletableFuture<T> next(String who, CompletableFuture<P> person, Function<P, T> act) {
        CompletableFuture<T> turn =
                last.getOrDefault(who, NOBODY).thenCombine(person, (before, known) -> act.apply(known));
        last.put(who, turn.handle((done, wrong) -> ""));
        return turn;
    }
}
