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

    /** A place that cannot be read is left alone for a while: it may take long to say so, and probes wait. */
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

    private final Map<SecretPlace, Read> read = new ConcurrentHashMap<>();

    record Read(Secret secret, long until) {
        static Read goodFor(Duration time, Secret secret) {
            return new Read(secret, System.nanoTime() + time.toNanos());
        }

        boolean isGood() {
            return System.nanoTime() - until < 0;
        }
    }

    /** @throws Invalid when nothing is there, nor was before */
    Secret in(SecretPlace place) {
        return read(place).secret();
    }

    Read read(SecretPlace place) {
        Read before = read.get(place);
        if (before != null && before.isGood()) return before;
        Read now = renewed(place, before);
        read.put(place, now);
        return now;
    }

    static Read renewed(SecretPlace place, Read before) {
        try {
            return Read.goodFor(GOOD_FOR, place.fetch());
        } catch (Invalid e) {
            if (before == null) throw e;
            return Read.goodFor(AFTER_A_FAILURE, before.secret());
        }
    }
}
