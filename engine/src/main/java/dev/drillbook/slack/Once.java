package dev.drillbook.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Copies of one thing get the first one's answer: Slack brings things twice, also minutes later. What
 * failed through nobody's mistake is done again. The last ten thousand are remembered, which is hours.
 */
final class Once {
    private static final int REMEMBERED = 10_000;

    private final Map<String, CompletableFuture<Answer>> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<Answer>> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized CompletableFuture<Answer> of(String key, Supplier<CompletableFuture<Answer>> act) {
        CompletableFuture<Answer> before = answers.get(key);
        if (before != null && !hasFailed(before)) return before;
        CompletableFuture<Answer> answer = act.get();
        answers.put(key, answer);
        return answer;
    }

    private static boolean hasFailed(CompletableFuture<Answer> answer) {
        if (answer.isCompletedExceptionally()) return isTrouble(answer);
        return answer.isDone() && isTrouble(answer.join().words());
    }

    private static boolean isTrouble(CompletableFuture<?> what) {
        return what.isCompletedExceptionally() && !Wrong.isTheirs(what);
    }
}
