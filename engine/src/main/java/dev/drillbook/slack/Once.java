package dev.drillbook.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Copies of one thing get the first one's answer: Slack brings things twice, also minutes later. What
 * failed, and may succeed next time, is done again. The last ten thousand are remembered, which is hours.
 */
final class Once {
    private static final int REMEMBERED = 10_000;

    private final Predicate<CompletableFuture<?>> lasts;
    private final Map<String, CompletableFuture<Answer>> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<Answer>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param lasts of what has failed, whether it fails again */
    Once(Predicate<CompletableFuture<?>> lasts) {
        this.lasts = lasts;
    }

    synchronized CompletableFuture<Answer> of(String key, Supplier<CompletableFuture<Answer>> act) {
        CompletableFuture<Answer> before = answers.get(key);
        if (before != null && !hasFailed(before)) return before;
        CompletableFuture<Answer> answer = act.get();
        answers.put(key, answer);
        return answer;
    }

    private boolean hasFailed(CompletableFuture<Answer> answer) {
        if (answer.isCompletedExceptionally()) return isTrouble(answer);
        return answer.isDone() && isTrouble(answer.join().words());
    }

    private boolean isTrouble(CompletableFuture<?> what) {
        return what.isCompletedExceptionally() && !lasts.test(what);
    }
}
