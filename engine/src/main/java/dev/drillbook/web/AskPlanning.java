package dev.drillbook.web;

import dev.drillbook.control.Drills;
import dev.drillbook.control.PlanningCall;
import dev.drillbook.control.Wire;

/** What the calendar plans, and changes of it, for other processes. */
record AskPlanning(Drills drills) implements Guarded.Call {
    @Override
    public Object answer(Query query, String body) {
        return Wire.read(body, PlanningCall.class).ask(drills.planning());
    }
}
