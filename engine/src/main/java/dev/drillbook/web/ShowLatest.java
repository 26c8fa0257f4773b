package dev.drillbook.web;

import dev.drillbook.control.Drills;
import dev.drillbook.control.Wire;

/** What the signals last read, for a progress line beside. */
record ShowLatest(Drills drills) implements Guarded.Call {
    @Override
    public Object answer(Query query, String body) {
        return new Wire.Latest(Running.in(drills, query).latest());
    }
}
