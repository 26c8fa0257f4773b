package dev.drillbook.web;

import dev.drillbook.control.Drills;
import dev.drillbook.control.Wire;

/** Whether a terminal beside may start a drill here: what was approved is open in this process alone. */
record AskGate(Drills drills) implements Guarded.Call {
    @Override
    public Object answer(Query query, String body) {
        drills.mayStart(Wire.read(body, Wire.Wish.class).start());
        return new Wire.Answer("nothing forbids it");
    }
}
