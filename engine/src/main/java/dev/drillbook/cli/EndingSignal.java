package dev.drillbook.cli;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.utils.Signals;

/** SIGHUP, SIGINT or SIGTERM, caught: whoever catches it puts everything back before the process ends. */
final class EndingSignal {
    private static final Map<String, Integer> NUMBERS = new TreeMap<>(Map.of("HUP", 1, "INT", 2, "TERM", 15));

    private final AtomicReference<String> caught = new AtomicReference<>();
    private final Runnable first;
    private final Runnable again;

    private EndingSignal(Runnable first, Runnable again) {
        this.first = first;
        this.again = again;
    }

    /** @param first told of the first one @param again told of each further one, which hurries nothing */
    static EndingSignal caught(Runnable first, Runnable again) {
        EndingSignal signal = new EndingSignal(first, again);
        NUMBERS.keySet().forEach(name -> Signals.register(name, () -> signal.take(name)));
        return signal;
    }

    /** As if it had come: Ctrl-C, where a terminal gives it as a key. */
    void take(String name) {
        (caught.compareAndSet(null, name) ? first : again).run();
    }

    /** Such as {@code SIGTERM}; empty when none has come. */
    Optional<String> name() {
        return Optional.ofNullable(caught.get()).map(name -> "SIG" + name);
    }

    /** 128 + its number. */
    int exit() {
        return 128 + NUMBERS.get(caught.get());
    }
}
