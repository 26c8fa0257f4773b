package dev.drillbook.undo;

import dev.drillbook.process.Identity;
import dev.drillbook.process.Orphans;
import dev.drillbook.timeline.Happening.Applied;
import dev.drillbook.timeline.Happening.ApplyFailed;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Stamped;
import dev.drillbook.timeline.Timeline;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

/** A command that was applying a fault goes on without its engine, and could break things after they were put back. */
final class StillApplying {
    private StillApplying() {}

    /** Ends it, with everything that it started. @param engine which is gone */
    static void end(Timeline timeline, Identity engine) throws InterruptedException {
        Optional<Instant> since = since(timeline);
        if (since.isPresent()) Orphans.end(engine, since.get());
    }

    /** When the first undo was owed behind the last fault that was applied or failed. */
    private static Optional<Instant> since(Timeline timeline) {
        int done = IntStream.concat(
                        timeline.all(Applied.class).stream()
                                .mapToInt(entry -> entry.what().number()),
                        timeline.all(ApplyFailed.class).stream()
                                .mapToInt(entry -> entry.what().number()))
                .max()
                .orElse(0);
        return timeline.all(Owed.class).stream()
                .filter(owed -> owed.what().number() > done)
                .map(Stamped::at)
                .findFirst();
    }
}
