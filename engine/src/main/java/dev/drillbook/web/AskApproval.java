package dev.drillbook.web;

import dev.drillbook.control.Drills;
import dev.drillbook.control.Wire;

/** For a terminal beside: what was approved is open in this process alone. */
record AskApproval(Drills drills) implements Guarded.Call {
    @Override
    public Object answer(Query query, String body) {
        return new Wire.Answer(drills.approval(Wire.read(body, Wire.Wish.class).start()));
    }
}
