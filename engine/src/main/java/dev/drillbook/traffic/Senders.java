package dev.drillbook.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The threads that send: one that watches the pace, and as many as slow answers have ever kept busy at once, up to a
 * limit. When all are busy requests wait, late and in order; their lateness is part of their latency. A request waits no
 * longer than the users' patience, so there is a bound to the queue too.
 */
final class Senders {
    static final int MOST = 400;

    private static final long STACK = 256 << 10;
    private static final long JOIN_MILLIS = 2_000;

    private final Pace pace;
    private final Crowd crowd;
    private final int most;
    private final Consumer<Outcome> onOutcome;
    private final BlockingQueue<Due> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger idle = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ended;

    Senders(Pace pace, Crowd crowd, int most, Consumer<Outcome> onOutcome) {
        this.pace = pace;
        this.crowd = crowd;
        this.most = most;
        this.onOutcome = onOutcome;
    }

    void start() {
        start("traffic-pace", this::keepPace);
    }

    private interface Work {
        void go() throws InterruptedException;
    }

    private synchronized void start(String name, Work work) {
        if (ended) return;
        Thread thread = new Thread(null, () -> untilEnded(work), name, STACK);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void untilEnded(Work work) {
        try {
            while (!ended) work.go();
        } catch (InterruptedException e) {
            // Ended: nothing more is due.
        }
    }

    private void keepPace() throws InterruptedException {
        queue.add(pace.next());
        int senders = threads.size() - 1;
        if (queue.size() > idle.get() && senders < most) start("traffic-" + senders, this::sendOne);
    }

    private void sendOne() throws InterruptedException {
        idle.incrementAndGet();
        Due due = queue.take();
        idle.decrementAndGet();
        onOutcome.accept(crowd.send(due));
    }

    synchronized void interrupt() {
        ended = true;
        threads.forEach(Thread::interrupt);
    }

    void join() {
        threads().forEach(Senders::join);
    }

    private synchronized List<Thread> threads() {
        return List.copyOf(threads);
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
