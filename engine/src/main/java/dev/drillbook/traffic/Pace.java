package dev.drillbook.traffic;

/** Gives out each request at the moment it is due; late, in order, where that moment was slept through. For one thread. */
final class Pace {
    /** Waking up this much too late means that it was us who stood still, frozen or suspended, not the site. */
    private static final long STANDSTILL = Beginning.SECOND;

    private final Schedule schedule;
    private final Tally tally;
    private final Beginning beginning;
    private final Time time;
    private long stoodStillUntil = Long.MIN_VALUE;

    Pace(Schedule schedule, Tally tally, Beginning beginning, Time time) {
        this.schedule = schedule;
        this.tally = tally;
        this.beginning = beginning;
        this.time = time;
    }

    /** Returns when the next request is due, or past due. */
    Due next() throws InterruptedException {
        Due due = awaited();
        while (beginning.tickOf(due) < stoodStillUntil) {
            tally.missed(due);
            due = awaited();
        }
        return due;
    }

    private Due awaited() throws InterruptedException {
        Due due = schedule.next();
        tally.expect(due);
        long moment = beginning.tickOf(due);
        if (time.tick() < moment) {
            time.sleepUntil(moment);
            if (time.tick() - moment > STANDSTILL) stoodStillUntil = time.tick();
        }
        return due;
    }
}
