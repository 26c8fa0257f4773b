package dev.drillbook.slack;

import dev.drillbook.control.Drills;
import dev.drillbook.control.Finished;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A drill whose process died before all was told; it may still have to be closed by whoever pays for it. */
final class PastSource implements Source {
    /** Reading a whole journal costs more than asking a drill that runs here. */
    private static final int SELDOM = 8;

    private final Drills drills;
    private volatile Finished read;
    private volatile boolean isGone;

    private PastSource(Drills drills, Finished read) {
        this.drills = drills;
        this.read = read;
    }

    /** Empty when its folder is gone. @throws dev.drillbook.runbook.DrillException when its journal cannot be read */
    static Optional<Source> of(Drills drills, String drill) {
        return drills.past(drill).map(read -> new PastSource(drills, read));
    }

    @Override
    public String drill() {
        return read.drill();
    }

    @Override
    public List<Entry> after(int seq, Duration patience) throws InterruptedException {
        if (entries().size() <= seq && !timeline().isClosed()) {
            Thread.sleep(patience.multipliedBy(SELDOM).toMillis());
            Optional<Finished> now = drills.past(drill());
            isGone = now.isEmpty();
            read = now.orElse(read);
        }
        return entries().subList(Math.min(seq, entries().size()), entries().size());
    }

    private List<Entry> entries() {
        return timeline().entries();
    }

    @Override
    public Timeline timeline() {
        return read.timeline();
    }

    @Override
    public boolean isOver() {
        return isGone || timeline().isClosed();
    }

    @Override
    public Optional<Finished> finished() {
        return Optional.of(read).filter(finished -> finished.timeline().isClosed());
    }
}
