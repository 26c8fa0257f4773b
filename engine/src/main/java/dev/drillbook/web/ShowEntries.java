package dev.drillbook.web;

import dev.drillbook.control.Drills;
import java.time.Duration;

/** The journal as sentences, from an entry on: waits a while for the next. {@code ?after=N[&facilitator]} */
record ShowEntries(Drills drills) implements Guarded.Call {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public Object answer(Query query, String body) {
        return Running.in(drills, query).lines(query.number("after"), query.has("facilitator"), PATIENCE);
    }
}
