package dev.drillbook.runbook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Resolves what a plan left open, for whoever applies, asks or pays. Safe for use by several threads. */
public interface World {
    /** @throws Invalid when an input has no value here, naming it */
    <T> T resolve(Value<T> value);

    /**
     * How a person's shell would read a value that must not be shown, such as {@code "$SHOP_PASSWORD"}; empty for one that
     * may be.
     *
     * @throws Invalid when an input has no value here
     */
    Optional<String> secretly(Value<?> value);

    /** What the signal read in the trailing time, oldest first; empty when it was not measured. */
    List<Reading> readings(Signal<?> signal, Duration trailing);
}
