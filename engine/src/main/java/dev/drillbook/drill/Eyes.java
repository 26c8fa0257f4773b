package dev.drillbook.drill;

import dev.drillbook.runbook.Fault;

/** What watches the world and posts {@link Message.Observed}. */
interface Eyes {
    /** From now on this fault's own probe is asked as well. */
    void watch(int number, Fault fault);
}
