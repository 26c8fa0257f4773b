package dev.drillbook.runbook;

/**
 * A change that can be put back: the only kind that a runbook may apply. Adding a kind: one class in {@code target}, its
 * test, one line in {@code Catalogue}.
 */
public interface Fault extends Change {
    /**
     * How this is put back, read from the world as it is now. Changes nothing.
     *
     * @throws DrillException when the old state cannot be read, or the fault would change nothing
     */
    Undo undo(World world);

    /**
     * Does it, once its undo is owed.
     *
     * @param owed what {@link #undo} gave
     * @throws DrillException when it could not be done; nothing was, where the world is no longer as the undo remembers it
     */
    default void apply(World world, Undo owed) {
        apply(world);
    }

    /** The fault's own probe: holds when it took hold, broken when it is not (or no longer) there. Never throws. */
    Verdict tookHold(World world);
}
