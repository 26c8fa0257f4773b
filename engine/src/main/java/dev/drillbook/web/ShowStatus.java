package dev.drillbook.web;

import dev.drillbook.control.Drills;

/** How the drill stands, for a second terminal. */
record ShowStatus(Drills drills) implements Guarded.Call {
    @Override
    public Object answer(Query query, String body) {
        return Running.in(drills, query).status();
    }
}
