package dev.drillbook.runbook;

import java.time.Duration;
import java.util.List;

/** One planned moment of a drill. */
public sealed interface Beat {
    /** After the drill began. */
    Duration at();

    /** The line in the runbook, from 1. */
    int line();

    /** Breaks something. */
    record Apply(Duration at, Fault fault, List<Residue> leaving, int line) implements Beat {
        public Apply {
            leaving = List.copyOf(leaving);
        }
    }

    /** Tells the players something. */
    record Send(Duration at, Inject inject, int line) implements Beat {}

    /** Helps the players, unless the milestone is reached by then. */
    record Help(Duration at, Hint hint, int line) implements Beat {}
}
