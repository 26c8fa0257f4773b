package dev.drillbook.cli;

import dev.drillbook.control.OpenDrill;
import dev.drillbook.control.Wire;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.wording.Times;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Shows a drill's journal as it grows. */
final class Follower {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OpenDrill drill;
    private final boolean facilitator;
    private final Consumer<String> line;
    private final Thread thread = new Thread(this::show, "follow the journal");

    private Follower(OpenDrill drill, boolean facilitator, Consumer<String> line) {
        this.drill = drill;
        this.facilitator = facilitator;
        this.line = line;
    }

    static Follower follow(OpenDrill drill, boolean facilitator, Screen screen) {
        return follow(drill, facilitator, screen::tell);
    }

    /** @param line told each sentence, with its time before it, on a thread of the follower's own */
    static Follower follow(OpenDrill drill, boolean facilitator, Consumer<String> line) {
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
        Wire.Lines lines = new Wire.Lines(List.of(), 0, false);
        while (!lines.over() && !Thread.currentThread().isInterrupted()) {
            try {
                lines = drill.lines(lines.seen(), facilitator, PATIENCE);
            } catch (DrillException e) {
                line.accept(e.getMessage());
                return;
            }
            lines.lines().forEach(said -> line.accept(times.time(said.at()) + "  " + said.text()));
        }
    }
}
