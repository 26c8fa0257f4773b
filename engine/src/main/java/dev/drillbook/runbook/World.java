package dev.drillbook.runbook;

import java.time.Duration;
import java.util.List;

/** Resolves what a plan left open, for whoever applies, asks or pays. Safe for use by several threads. */
public interface World {
    /** @throws Invalid when an input has no value here, naming it */
    <T> T resolve(Value<T> value);

    /** What the signal read in the trailing time, oldest first; empty when it was not measured. */
    List<Reading> readings(Signal<?> signal, Duration trailing);
}
