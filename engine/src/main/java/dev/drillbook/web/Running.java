package dev.drillbook.web;

import dev.drillbook.control.Drills;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.runbook.Invalid;

/** The drill that a call is about. */
final class Running {
    private Running() {}

    static LiveDrill in(Drills drills) {
        return drills.running().orElseThrow(() -> new Invalid("no drill is running: start one with drillbook run"));
    }
}
