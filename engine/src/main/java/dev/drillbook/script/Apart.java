package dev.drillbook.script;

import java.time.Duration;

/** Work on a thread of its own, which does not get for ever: a daemon, so that it cannot keep Drillbook from ending. */
final class Apart {
    private final Thread thread;
    private final Duration limit;
    private volatile Throwable failure;

    /** Begins. */
    Apart(Runnable work, Duration limit) {
        this.limit = limit;
        thread = new Thread(() -> run(work), "runbook");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (Throwable e) { // an Error of a runbook's own making is told like any other failure
            failure = e;
        }
    }

    /** Waits, at most as long as the limit. @return whether the work is over */
    boolean ended() {
        try {
            thread.join(limit.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    /** What the work failed with, or null. */
    Throwable failure() {
        return failure;
    }

    /** Where the work is now. */
    StackTraceElement[] where() {
        return thread.getStackTrace();
    }

    void interrupt() {
        thread.interrupt();
    }
}
