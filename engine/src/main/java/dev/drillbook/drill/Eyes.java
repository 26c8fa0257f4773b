package dev.drillbook.drill;

import dev.drillbook.runbook.Fault;
import java.util.Optional;

/** What watches the world and posts {@link Message.Observed}. */
interface Eyes {
    /** From now on this fault's own probe is asked too. @param number of its undo */
    void watch(int number, Fault fault);

    /** The first fault is about to be applied: whoever is touched from now on is touched by the drill. */
    default void breaking() {}

    /** Looks as soon as may be, besides when it looks anyway. */
    void lookNow();

    /** Why something cannot be measured at the moment, where that is known. */
    default Optional<String> whyUnmeasured() {
        return Optional.empty();
    }
}
