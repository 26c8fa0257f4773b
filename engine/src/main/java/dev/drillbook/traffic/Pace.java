package dev.drillbook.traffic;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Gives each request to one thread at the moment it is due. The threads take turns: the first in line waits for the
 * moment, the others wait for their turn, so nothing is queued or handed over. When all threads are busy with slow
 * answers, requests are given out late, in order, and their lateness is part of their latency.
 */
final class Pace {
    /** Waking up this much too late means that it was us who stood still, frozen or suspended, not the site. */
    private static final long STANDSTILL = Beginning.SECOND;

    private final Schedule schedule;
    private final Tally tally;
    private final Beginning beginning;
    private final Time time;
    private final ReentrantLock turn = new ReentrantLock();
    private long stoodStillUntil = Long.MIN_VALUE;

    Pace(Schedule schedule, Tally tally, Beginning beginning, Time time) {
        this.schedule = schedule;
        this.tally = tally;
        this.beginning = beginning;
        this.time = time;
    }

    boolean someoneWaits() {
        return turn.isLocked() || turn.hasQueuedThreads();
    }

    /** Returns when the next request is due, or past due. */
    Due next() throws InterruptedException {
        turn.lockInterruptibly();
        try {
            Due due = expected();
            waitFor(due);
            while (beginning.tickOf(due) < stoodStillUntil) {
                tally.missed(due);
                due = expected();
            }
            time.sleepUntil(beginning.tickOf(due));
            return due;
        } finally {
            turn.unlock();
        }
    }

    private Due expected() {
        Due due = schedule.next();
        tally.expect(due);
        return due;
    }

    private void waitFor(Due due) throws InterruptedException {
        long moment = beginning.tickOf(due);
        if (time.tick() >= moment) return;
        time.sleepUntil(moment);
        if (time.tick() - moment > STANDSTILL) stoodStillUntil = time.tick();
    }
}
