package dev.drillbook.cli;

import dev.drillbook.control.LiveDrill;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.wording.Sentences;
import dev.drillbook.wording.Times;
import dev.drillbook.wording.View;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Shows a drill's journal as it grows. */
final class Follower {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LiveDrill drill;
    private final boolean facilitator;
    private final Consumer<String> line;
    private final Thread thread = new Thread(this::show, "follow the journal");

    private Follower(LiveDrill drill, boolean facilitator, Consumer<String> line) {
        this.drill = drill;
        this.facilitator = facilitator;
        this.line = line;
    }

    static Follower follow(LiveDrill drill, boolean facilitator, Screen screen) {
        return follow(drill, facilitator, screen::tell);
    }

    /** @param line told each sentence, with its time before it, on a thread of the follower's own */
    static Follower follow(LiveDrill drill, boolean facilitator, Consumer<String> line) {
        Follower follower = new Follower(drill, facilitator, line);
        follower.thread.setDaemon(true);
        follower.thread.start();
        return follower;
    }

    /** Waits until the last line was shown, for a drill that is over. */
    void finish() {
        join(thread);
    }

    /** Waits a moment for a thread that is about to end. */
    static void join(Thread thread) {
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show() {
        Times times = new Times(drill.zone());
        for (int seen = 0; !Thread.currentThread().isInterrupted(); ) {
            List<Entry> fresh = drill.after(seen, PATIENCE);
            Timeline timeline = drill.timeline();
            Sentences sentences = new Sentences(timeline, facilitator ? View.FACILITATOR : View.RESPONDER);
            for (Entry entry : fresh)
                sentences.of(entry).ifPresent(said -> line.accept(times.time(entry.at()) + "  " + said));
            seen += fresh.size();
            if (timeline.isClosed() && seen == timeline.entries().size()) return;
        }
    }
}
