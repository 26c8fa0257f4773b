package dev.drillbook.web;

import dev.drillbook.control.Drills;

/** Whether it does what it is there for: the calendar runs, and drills may start. Needs no token. */
record Ready(Drills drills) implements Guarded.Call {
    private record Said(String status) {}

    @Override
    public Object answer(Query query, String body) {
        boolean isReady = drills.isPlanned() && !drills.isEnding();
        return isReady ? new Said("READY") : new Guarded.NotNow(new Said("NOT READY"));
    }
}
