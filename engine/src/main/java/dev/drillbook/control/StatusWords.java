package dev.drillbook.control;

import dev.drillbook.wording.Durations;
import dev.drillbook.wording.Times;
import java.util.StringJoiner;

/** A status as people read it, a few lines. */
public final class StatusWords {
    private StatusWords() {}

    public static String of(Status status) {
        Times times = new Times(status.zone());
        StringJoiner lines = new StringJoiner("\n");
        lines.add("Drill " + status.drill() + " on " + status.environment() + ": " + status.title());
        lines.add("  " + status.state() + " for " + Durations.inWords(status.elapsed()));
        status.reached().forEach((milestone, at) -> lines.add("  " + milestone + " at " + times.time(at)));
        status.hypotheses().forEach(open -> lines.add("  open hypothesis " + open));
        if (status.hintsTaken() > 0) lines.add("  hints taken: " + status.hintsTaken());
        status.roles().forEach((person, role) -> lines.add("  " + role + ": " + person));
        return lines.toString();
    }
}
