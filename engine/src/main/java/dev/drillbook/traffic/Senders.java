package dev.drillbook.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The threads that send. There are as many as slow answers have ever kept busy at once, plus one, up to a limit. */
final class Senders {
    static final int MOST = 400;

    private static final long STACK = 256 << 10;
    private static final long JOIN_MILLIS = 2_000;

    private final Pace pace;
    private final Crowd crowd;
    private final int most;
    private final Consumer<Outcome> onOutcome;
    private final List<Thread> threads = new ArrayList<>();
    private boolean ended;

    Senders(Pace pace, Crowd crowd, int most, Consumer<Outcome> onOutcome) {
        this.pace = pace;
        this.crowd = crowd;
        this.most = most;
        this.onOutcome = onOutcome;
    }

    synchronized void start() {
        if (ended || threads.size() == most) return;
        Thread thread = new Thread(null, this::send, "traffic-" + threads.size(), STACK);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void send() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Due due = pace.next();
                if (!pace.someoneWaits()) start();
                onOutcome.accept(crowd.send(due));
            }
        } catch (InterruptedException e) {
            // Closed: nothing more is due.
        }
    }

    synchronized void interrupt() {
        ended = true;
        threads.forEach(Thread::interrupt);
    }

    void join() {
        List<Thread> all;
        synchronized (this) {
            all = List.copyOf(threads);
        }
        all.forEach(Senders::join);
    }

    /** Does not wait for the caller's own thread, nor for ever. */
    static void join(Thread thread) {
        if (thread == Thread.currentThread()) return;
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
