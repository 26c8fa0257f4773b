package dev.drillbook.schedule;

import java.util.Optional;

/** Starts the drill of an occurrence. */
interface Starter {
    /**
     * @return the drill's id, once it has begun
     * @throws dev.drillbook.runbook.DrillException when it may not or cannot start: nothing was broken
     */
    String start(Row row, boolean rehearsal);

    /** The drill that was started for it, if its journal says so: what a dead engine no longer could note. */
    Optional<String> startedFor(Row row);
}
