package dev.drillbook.schedule;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Starts the drill of an occurrence. */
interface Starter {
    /** @param refusal at its end, why a safety rule or the steady state forbade it after all */
    record Begun(String drill, CompletableFuture<Optional<String>> refusal) {}

    /**
     * @return once its first entry is on the disk
     * @throws dev.drillbook.runbook.DrillException when it may not or cannot start: nothing was broken
     */
    Begun start(Row row, boolean rehearsal);

    /** The drill that was started for it, if its journal says so: what a dead engine no longer could note. */
    Optional<String> startedFor(Row row);
}
