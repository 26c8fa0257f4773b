package dev.drillbook.slack;

import com.slack.api.methods.SlackApiException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects, and looks every two seconds whether the connection still answers. Nothing that goes wrong ends it. When Slack
 * stays away it asks less often, as Slack wants it: at last every thirty seconds.
 */
final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final Duration PACE = Duration.ofSeconds(2);
    private static final Duration HANDSHAKE = Duration.ofSeconds(5);
    private static final int QUICK_TRIES = 10;
    private static final int SLOW_TURNS = 15;

    private final Answering answering;
    private final Connecting connecting;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "slack's watchdog");
        daemon.setDaemon(true);
        return daemon;
    });
    private volatile CompletableFuture<Void> greeting = new CompletableFuture<>();
    private volatile long lastTry = System.nanoTime() - PACE.toNanos();
    private int failures;
    private int turnsToSkip;

    /** Whether the other side answers; may take some seconds to find out. */
    interface Answering {
        boolean isAnswering();
    }

    /** Begins a new connection. */
    interface Connecting {
        void connect() throws Exception;
    }

    Watchdog(Answering answering, Connecting connecting) {
        this.answering = answering;
        this.connecting = connecting;
    }

    void start() {
        thread.scheduleWithFixedDelay(this::look, 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The other side greeted us on the new connection. */
    void greeted() {
        greeting.complete(null);
    }

    /** The new connection failed, or an old one: then it is no matter. */
    void troubled(Throwable e) {
        greeting.completeExceptionally(e);
    }

    /** The other side said that it is leaving: another connection, but no more than one in two seconds. */
    void leaving() {
        long wait = PACE.toNanos() - (System.nanoTime() - lastTry);
        try {
            thread.schedule(this::reconnect, Math.max(0, wait), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // closed: let it go
        }
    }

    private void look() {
        if (turnsToSkip-- > 0) return;
        turnsToSkip = 0;
        try {
            if (answering.isAnswering()) failures = 0;
            else reconnect();
        } catch (Throwable e) { // whatever the client throws must not end the watch
            failed(e);
        }
    }

    private void reconnect() {
        if (thread.isShutdown()) return; // the client swallows interrupts
        lastTry = System.nanoTime();
        greeting = new CompletableFuture<>();
        try {
            connecting.connect();
            greeting.get(HANDSHAKE.toMillis(), TimeUnit.MILLISECONDS);
            failures = 0;
            LOG.info("connected to Slack");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            failed(e.getCause());
        } catch (Throwable e) { // whatever the client throws must not end the watch
            failed(e);
        }
    }

    private void failed(Throwable e) {
        if (thread.isShutdown()) return;
        if (failures++ == 0) LOG.warn("no connection to Slack: {}; trying again", e.toString());
        int pause = failures > QUICK_TRIES ? SLOW_TURNS : 0;
        turnsToSkip = Math.max(pause, turns(retryAfter(e)));
    }

    private static int turns(Duration wait) {
        return (int) Math.ceil((double) wait.toMillis() / PACE.toMillis());
    }

    /** How long Slack asks us to wait; its client wraps what Slack answered. */
    private static Duration retryAfter(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof SlackApiException answer)
                return Setback.of(answer).retryAfter().orElse(Duration.ZERO);
        return Duration.ZERO;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
