package dev.drillbook.slack;

import dev.drillbook.control.Home;
import dev.drillbook.control.Past;
import dev.drillbook.journal.JournalReader;
import dev.drillbook.journal.SignalsFile;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.score.Metric;
import dev.drillbook.score.Scorecard;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.wording.Durations;
import java.nio.file.Path;
import java.util.StringJoiner;

/** {@code report [DRILL]}: how a drill of the past went. */
final class Reports {
    private final Home home;

    Reports(Home home) {
        this.home = home;
    }

    /** @param id empty for the latest that is over */
    String of(String id) {
        Past past = Past.in(home.reports()).stream()
                .filter(drill -> id.isEmpty()
                        ? !drill.ending().equals("not closed")
                        : drill.drill().equals(id))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        id.isEmpty()
                                ? "no drill is over yet: start one with " + Slash.COMMAND + " run RUNBOOK"
                                : "no drill '" + id + "': write it such as 2026-11-24-1"));
        if (past.ending().equals("not closed"))
            throw new Invalid("drill " + past.drill() + " is not over: " + Slash.COMMAND + " status");
        return inWords(past);
    }

    private String inWords(Past past) {
        Path folder = home.reports().resolve(past.drill());
        JournalReader journal = JournalReader.read(folder);
        StringJoiner lines = new StringJoiner("\n");
        lines.add("Drill " + past.drill() + ": " + past.runbook() + " on " + past.environment() + ", " + past.ending()
                + " after " + Durations.inWords(past.length()));
        Scorecard.of(new Timeline(journal.entries(), SignalsFile.read(folder))).metrics().stream()
                .map(Reports::inWords)
                .forEach(lines::add);
        past.damage().forEach(lines::add);
        lines.add("  its record is in reports/" + past.drill() + ", whose last hash is " + journal.lastHash());
        return lines.toString();
    }

    private static String inWords(Metric metric) {
        return "  " + metric.name() + ": " + metric.value().inWords()
                + metric.goal()
                        .filter(goal -> goal.isMissed())
                        .map(goal -> " (goal missed)")
                        .orElse("");
    }
}
