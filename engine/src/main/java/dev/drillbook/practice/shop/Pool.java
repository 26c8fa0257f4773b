package dev.drillbook.practice.shop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * A bounded pool of connections, first come first served. Closing it drains it: whoever borrowed a connection goes on
 * with it, and it is closed when it comes back.
 */
final class Pool<C extends AutoCloseable> implements AutoCloseable {
    interface Opener<C> {
        C open() throws Exception;
    }

    private final String what;
    private final int size;
    private final Duration wait;
    private final Opener<C> opener;
    private final Semaphore free;
    private final AtomicInteger inside = new AtomicInteger();
    private final ConcurrentLinkedDeque<C> idle = new ConcurrentLinkedDeque<>();
    private final LongAdder refused = new LongAdder();
    private volatile boolean closed;

    /**
     * @param what its connections are to, as the log says it: {@code cache}
     * @param wait how long one may wait for a connection
     */
    Pool(String what, int size, Duration wait, Opener<C> opener) {
        this.what = what;
        this.size = size;
        this.wait = wait;
        this.opener = opener;
        free = new Semaphore(size, true);
    }

    /**
     * A connection, or none when one has waited for as long as one may.
     *
     * @throws Exception the opener's, when a new connection was needed
     */
    Optional<Lease> borrow() throws Exception {
        return borrow(Integer.MAX_VALUE - size);
    }

    /** The same, but turned away at once where as many as the line holds wait already. */
    Optional<Lease> borrow(int line) throws Exception {
        if (!enter(line)) {
            refused.increment();
            return Optional.empty();
        }
        try {
            C connection = idle.pollFirst();
            return Optional.of(new Lease(connection != null ? connection : opener.open()));
        } catch (Exception failed) {
            leave();
            throw failed;
        }
    }

    private boolean enter(int line) throws InterruptedException {
        boolean entered = false;
        try {
            boolean mayWait = inside.incrementAndGet() <= size + line;
            entered = mayWait && free.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
            return entered;
        } finally {
            if (!entered) inside.decrementAndGet();
        }
    }

    private void leave() {
        free.release();
        inside.decrementAndGet();
    }

    /** Opens as many connections as there may be. */
    void fill() throws Exception {
        var all = new ArrayList<Lease>();
        try {
            while (all.size() < size) all.add(borrow().orElseThrow());
        } finally {
            all.forEach(Lease::close);
        }
    }

    int size() {
        return size;
    }

    int inUse() {
        return size - free.availablePermits();
    }

    int waiting() {
        return free.getQueueLength();
    }

    /** How often somebody went away without a connection. */
    long refused() {
        return refused.sum();
    }

    /** What the log says of it when there was none: {@code no cache connection (1 of 1 in use, 3 wait, 2 ms at most)}. */
    String exhausted() {
        return "no " + what + " connection (" + inUse() + " of " + size + " in use, " + waiting() + " wait, "
                + wait.toMillis() + " ms at most)";
    }

    @Override
    public void close() {
        closed = true;
        closeIdle();
    }

    private void closeIdle() {
        for (C connection = idle.pollFirst(); connection != null; connection = idle.pollFirst())
            closeQuietly(connection);
    }

    private void closeQuietly(C connection) {
        try {
            connection.close();
        } catch (Exception alreadyBroken) {
            // it is thrown away
        }
    }

    /** A connection in somebody's hands; closing the lease gives it back. */
    final class Lease implements AutoCloseable {
        private final C connection;
        private boolean broken;

        private Lease(C connection) {
            this.connection = connection;
        }

        C connection() {
            return connection;
        }

        /** It failed: it will not be lent again. */
        void broken() {
            broken = true;
        }

        @Override
        public void close() {
            if (broken) closeQuietly(connection);
            else idle.addFirst(connection);
            leave();
            // After the connection is back: a pool that closes meanwhile either finds it there, or is seen closed here.
            if (closed) closeIdle();
        }
    }
}
