package dev.drillbook.wording;

import dev.drillbook.timeline.Happening;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is said of each kind of happening; a kind that is not listed is not said, so that a new one stays hidden. */
final class Phrases {
    private final Map<Class<?>, Phrase<?>> byKind = new HashMap<>();

    /** @param <T> the kind of happening */
    interface Phrase<T extends Happening> {
        String of(T what, Instant at, Telling telling);
    }

    <T extends Happening> Phrases say(Class<T> kind, Phrase<T> phrase) {
        byKind.put(kind, phrase);
        return this;
    }

    Phrases sayAllOf(Phrases others) {
        byKind.putAll(others.byKind);
        return this;
    }

    Optional<String> of(Happening what, Instant at, Telling telling) {
        return Optional.ofNullable(byKind.get(what.getClass())).map(phrase -> said(phrase, what, at, telling));
    }

    @SuppressWarnings("unchecked") // say() stored each phrase under its own kind
    private static <T extends Happening> String said(Phrase<T> phrase, Happening what, Instant at, Telling telling) {
        return phrase.of((T) what, at, telling);
    }
}
