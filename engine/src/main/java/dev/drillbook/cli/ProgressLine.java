package dev.drillbook.cli;

import dev.drillbook.control.OpenDrill;
import dev.drillbook.control.Status;
import dev.drillbook.timeline.Second;
import dev.drillbook.wording.Durations;
import dev.drillbook.wording.Numbers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Phase, elapsed time and live signals in one line: each second on a terminal, each ten elsewhere. */
final class ProgressLine implements AutoCloseable {
    private final ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "progress line");
        thread.setDaemon(true);
        return thread;
    });

    private ProgressLine() {}

    static ProgressLine show(OpenDrill drill, Screen screen) {
        ProgressLine line = new ProgressLine();
        int every = screen.isTerminal() ? 1 : 10;
        line.ticking.scheduleAtFixedRate(() -> screen.progress(inWords(drill)), 1, every, TimeUnit.SECONDS);
        return line;
    }

    private static String inWords(OpenDrill drill) {
        Status status = drill.status();
        Duration elapsed = Duration.ofSeconds(status.elapsed().toSeconds());
        String phase = status.state() + ", " + Durations.inWords(elapsed);
        return drill.latest().map(second -> phase + " · " + inWords(second)).orElse(phase);
    }

    private static String inWords(Second second) {
        return "stale " + share(second, "traffic.stale") + " · errors " + share(second, "traffic.errors") + " · p99 "
                + Optional.ofNullable(second.values().get("traffic.p99"))
                        .map(p99 -> Math.round(p99 * 1000) + " ms")
                        .orElse("–");
    }

    private static String share(Second second, String signal) {
        return Optional.ofNullable(second.values().get(signal))
                .map(Numbers::share)
                .orElse("–");
    }

    @Override
    public void close() {
        ticking.shutdownNow();
    }
}
