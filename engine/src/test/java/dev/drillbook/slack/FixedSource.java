package dev.drillbook.slack;

import dev.drillbook.control.Finished;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A drill whose entries a test sets. */
final class FixedSource implements Source {
    private final String drill;
    private volatile Timeline timeline;
    private volatile boolean isOver;

    FixedSource(String drill, Timeline timeline) {
        this.drill = drill;
        this.timeline = timeline;
    }

    FixedSource ends() {
        isOver = true;
        return this;
    }

    void grows(Timeline now) {
        timeline = now;
    }

    @Override
    public String drill() {
        return drill;
    }

    @Override
    public List<Entry> after(int seq, Duration patience) throws InterruptedException {
        List<Entry> entries = timeline.entries();
        if (entries.size() <= seq && !isOver) Thread.sleep(patience.toMillis());
        return entries.subList(Math.min(seq, entries.size()), entries.size());
    }

    @Override
    public Timeline timeline() {
        return timeline;
    }

    @Override
    public boolean isOver() {
        return isOver;
    }

    @Override
    public Optional<Finished> finished() {
        return Optional.empty();
    }
}
