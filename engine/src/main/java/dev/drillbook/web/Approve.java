package dev.drillbook.web;

import dev.drillbook.control.Drills;
import dev.drillbook.control.Wire;

/** An approval from a terminal. */
record Approve(Drills drills) implements Guarded.Call {
    @Override
    public Object answer(Query query, String body) {
        Wire.Approve wish = Wire.read(body, Wire.Approve.class);
        return new Wire.Answer(drills.approve(wish.runbook(), wish.environment(), wish.who()));
    }
}
