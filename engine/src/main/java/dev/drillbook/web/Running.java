package dev.drillbook.web;

import dev.drillbook.control.Drills;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.runbook.Invalid;
import java.util.List;
import java.util.Optional;

/** The drill that a call is about: the one that it names, the one on the environment that it names, or the only one. */
final class Running {
    private Running() {}

    /** @throws Invalid when there is none, or when several run and none is named */
    static LiveDrill in(Drills drills, Query query) {
        Optional<String> named = query.text("drill");
        if (named.isPresent())
            return drills.find(named.get())
                    .orElseThrow(() -> new Invalid("no drill '" + named.get() + "' runs here: see drillbook drills"));
        List<LiveDrill> running = all(drills, query);
        if (running.isEmpty()) throw new Invalid("no drill is running: start one with drillbook run");
        if (running.size() > 1) throw new Invalid("several drills are running: name one with ?environment=");
        return running.get(0);
    }

    static List<LiveDrill> all(Drills drills, Query query) {
        return drills.running().stream()
                .filter(drill -> query.text("environment")
                        .filter(name -> !name.equals(drill.environment()))
                        .isEmpty())
                .toList();
    }
}
