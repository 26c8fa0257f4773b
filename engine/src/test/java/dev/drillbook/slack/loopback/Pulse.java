package dev.drillbook.slack.loopback;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Real time: looks at the clock again and again, and does things later. */
final class Pulse implements AutoCloseable {
    private static final int MILLIS = 50;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "slack on loopback");
        daemon.setDaemon(true);
        return daemon;
    });

    void beats(Runnable look) {
        thread.scheduleWithFixedDelay(look, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    void after(Duration delay, Runnable work) {
        thread.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
