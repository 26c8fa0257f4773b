package dev.drillbook.slack;

import dev.drillbook.control.Finished;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A drill to be told: one that runs here, or one that a dead process left untold. */
interface Source {
    String drill();

    /** Entries with a higher number, as soon as there is one; none when this time passed. */
    List<Entry> after(int seq, Duration patience) throws InterruptedException;

    /** At least as far as {@link #after} told. */
    Timeline timeline();

    /** Once nothing will follow and the drill is written up. */
    Optional<Finished> finished();
}
