package dev.drillbook.environment;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Secrets as they are where they are: one that was changed meanwhile is the new one. A probe asks each second, so what was
 * read is good for a while; and for as long as its place cannot be read any more, for an undo may hang on it.
 */
final class SecretsRead {
    private static final Duration GOOD_FOR = Duration.ofSeconds(15);

    private final Map<SecretPlace, Read> read = new ConcurrentHashMap<>();

    private record Read(Secret secret, long at) {
        boolean isFresh() {
            return System.nanoTime() - at < GOOD_FOR.toNanos();
        }
    }

    /** @throws Invalid when nothing is there, nor was before */
    Secret in(SecretPlace place) {
        return read.compute(place, SecretsRead::renewed).secret();
    }

    private static Read renewed(SecretPlace place, Read before) {
        if (before != null && before.isFresh()) return before;
        try {
            return new Read(place.fetch(), System.nanoTime());
        } catch (Invalid e) {
            if (before == null) throw e;
            return before;
        }
    }
}
