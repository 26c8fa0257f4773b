package dev.drillbook.target;

import dev.drillbook.runbook.Verdict;

/**
 * Whether something was carried out, as far as this object saw it. It is no part of what a fault or an undo is: two that
 * differ in nothing else are equal, and it is not kept on disk.
 */
final class Ran {
    private volatile boolean ran;

    void now() {
        ran = true;
    }

    /** For want of a probe: holds once it ran without an error. */
    Verdict verdict(String what) {
        return ran
                ? new Verdict.Holds(what + " ran without an error")
                : new Verdict.Unknown("nothing shows it; give the fault a shownBy");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ran;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return ran ? "ran" : "not run";
    }
}
