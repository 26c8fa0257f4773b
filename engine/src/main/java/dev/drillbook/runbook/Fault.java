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

    /** The fault's own probe: holds when it took hold, broken when it is not (or no longer) there. Never throws. */
    Verdict tookHold(World world);
}
