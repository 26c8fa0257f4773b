package dev.drillbook.slack;

import dev.drillbook.control.Finished;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A drill that runs here. */
record LiveSource(LiveDrill live) implements Source {
    @Override
    public String drill() {
        return live.id();
    }

    /** A closed journal answers at once: then the report is what is waited for. */
    @Override
    public List<Entry> after(int seq, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        List<Entry> fresh = live.after(seq, patience);
        if (Thread.interrupted()) throw new InterruptedException();
        if (fresh.isEmpty()) Thread.sleep(Math.max(0, (until - System.nanoTime()) / 1_000_000));
        return fresh;
    }

    @Override
    public Timeline timeline() {
        return live.timeline();
    }

    @Override
    public boolean isOver() {
        return live.finished().isDone();
    }

    @Override
    public Optional<Finished> finished() {
        return live.finished().isCompletedExceptionally()
                ? Optional.empty()
                : Optional.ofNullable(live.finished().getNow(null));
    }
}
