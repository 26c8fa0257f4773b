package dev.drillbook.slack;

import com.slack.api.bolt.request.Request;
import dev.drillbook.slack.Settling.Ack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where both ways in come together: what reached us is heard one after the other, and acknowledged in time. */
final class Line implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private final Reception reception;
    private final Whispers whispers;
    private final Duration latest;
    private final Clock clock;
    private final ExecutorService hearing = Executors.newSingleThreadExecutor(work -> daemon(work, "slack"));
    private final ScheduledExecutorService timers =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "slack's patience"));

    /** @param latest how long after it came something is acknowledged, whatever holds it up */
    Line(Reception reception, Whispers whispers, Duration latest, Clock clock) {
        this.reception = reception;
        this.whispers = whispers;
        this.latest = latest;
        this.clock = clock;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    Instant now() {
        return clock.instant();
    }

    /** Returns at once. */
    void take(Request<?> request, Instant received, Ack ack) {
        try {
            Settling settling = Settling.begin(ack, received.plus(latest), whispers, timers, clock);
            hearing.execute(() -> hear(request, received, settling));
        } catch (RejectedExecutionException e) {
            LOG.debug("closed: Slack brings it again, or says that nobody answers");
        }
    }

    private void hear(Request<?> request, Instant received, Settling settling) {
        try {
            Optional<Promised> promised = reception.hear(request, received);
            if (promised.isEmpty()) settling.say("");
            else settling.settle(promised.get());
        } catch (Exception | Error e) {
            settling.say(Wrong.inWords(e));
        }
    }

    /** What was heard is still recorded; what was promised later is not told any more. */
    @Override
    public void close() {
        hearing.shutdown();
        try {
            hearing.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        timers.shutdownNow();
    }
}
