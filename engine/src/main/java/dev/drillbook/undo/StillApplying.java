package dev.drillbook.undo;

import dev.drillbook.process.Orphans;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Happening.Applied;
import dev.drillbook.timeline.Happening.ApplyFailed;
import dev.drillbook.timeline.Happening.Opened;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Happening.Paid;
import dev.drillbook.timeline.Timeline;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A command that was applying a fault goes on without its engine, and could break things after they were put back. */
final class StillApplying {
    private StillApplying() {}

    /** Ends it, with everything that it started. The engine of that drill is gone. */
    static void end(Timeline timeline) {
        Optional<String> engine =
                timeline.first(Opened.class).flatMap(opened -> opened.what().engine());
        // what hangs in this process was told to end by its own drill, and others' commands bear the same mark
        engine.filter(mark -> !mark.equals(Orphans.mark()))
                .ifPresent(mark -> since(timeline).ifPresent(since -> Orphans.end(mark, since)));
    }

    /** When the first undo was owed, by its engine's ticks, whose fault nobody said to be applied, or to have failed. */
    private static Optional<Long> since(Timeline timeline) {
        Set<Integer> done = Stream.of(
                        timeline.all(Applied.class).stream()
                                .map(entry -> entry.what().number()),
                        timeline.all(ApplyFailed.class).stream()
                                .map(entry -> entry.what().number()),
                        timeline.all(Paid.class).stream()
                                .map(entry -> entry.what().number()))
                .flatMap(numbers -> numbers)
                .collect(Collectors.toSet());
        return timeline.entries().stream()
                .filter(entry -> entry.what() instanceof Owed owed
                        && !done.contains(owed.number())
                        && !owed.undo().mayComeBack()) // what a fault leaves behind is not applied
                .map(Entry::tick)
                .findFirst();
    }
}
