package dev.drillbook.runbook;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/**
 * How one fault is put back: plain data, nested in its noun, serialised by the name that {@code Catalogue} gives it.
 * Idempotent: paying twice, or after a person already repaired it, is harmless. Whoever pays resolves the inputs.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public interface Undo {
    /** What a person could type to do the same by hand, with the world's values and secrets by name only. */
    String asTyped(World world);

    /**
     * Puts back only what the fault changed.
     *
     * @throws DrillException when it could not be done: it stays owed
     */
    Payment pay(World world);

    /** Whether the fault is gone: holds when it is. Asked after paying, and to notice a repair. Never throws. */
    Verdict gone(World world);

    /** How long one try may take, its questions included. */
    default Duration patience() {
        return Duration.ofSeconds(30);
    }

    /**
     * Whether what it removes may come back by itself: a service goes on as the fault told it to, until it sees that
     * the fault is gone.
     */
    default boolean mayComeBack() {
        return false;
    }
}
