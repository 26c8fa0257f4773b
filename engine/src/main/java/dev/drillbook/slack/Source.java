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

    /** Whether nothing will follow, written up or not. */
    boolean isOver();

    /** Once it is over, if it left a record. */
    Optional<Finished> finished();

    /** What hears a drill's entries. */
    interface Hearing {
        /** @param fresh none when there was nothing new for a while @param timeline at least as far */
        void hear(List<Entry> fresh, Timeline timeline) throws InterruptedException;
    }

    /** @return whether it is over and all its entries were heard; not so when the curtain fell */
    default boolean follow(Duration look, Curtain curtain, Hearing hearing) throws InterruptedException {
        int seen = 0;
        while (true) {
            List<Entry> fresh = after(seen, look);
            hearing.hear(fresh, timeline());
            seen += fresh.size();
            if (isOver() && seen >= timeline().entries().size()) return true;
            if (curtain.isDown() && fresh.isEmpty()) return false;
        }
    }
}
