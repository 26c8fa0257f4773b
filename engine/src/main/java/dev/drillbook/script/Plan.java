package dev.drillbook.script;

import dev.drillbook.runbook.Answer;
import dev.drillbook.runbook.Beat;
import dev.drillbook.runbook.Condition;
import dev.drillbook.runbook.Debrief;
import dev.drillbook.runbook.Input;
import dev.drillbook.runbook.Probe;
import dev.drillbook.runbook.Rehearsal;
import dev.drillbook.runbook.Rehearsal.Repair;
import dev.drillbook.runbook.Rehearsal.Say;
import dev.drillbook.runbook.Residue;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.runbook.ValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A runbook as its facilitator sees it before the drill: everything that is planned, in the order of its time. It gives
 * the answer away. Its components are the fields of {@code show --json}; times are in seconds after the beginning.
 *
 * @param holdFor in seconds
 * @param timeLimit in seconds
 * @param rows what the drill does, and what the team should have reached
 * @param rehearsal what a team that knows the answer would do; empty without one
 */
public record Plan(
        String runbook,
        String title,
        int severity,
        List<String> players,
        List<String> tags,
        String briefing,
        String story,
        List<Open> inputs,
        List<String> steadyState,
        double holdFor,
        double timeLimit,
        List<String> abortWhen,
        List<Row> rows,
        Optional<Answer> answer,
        List<Row> rehearsal,
        Debrief debrief,
        String sha256) {

    /** An input that the environment must give. @param type such as {@code path} */
    public record Open(String name, String type) {
        static Open of(Input<?> input) {
            return new Open(input.name(), ValueType.of(input.type()).word());
        }
    }

    /**
     * @param at in seconds
     * @param what {@code apply}, {@code inject}, {@code red herring}, {@code hint}, {@code alert}, {@code goal}, {@code
     *     end}; in a rehearsal the verb, or {@code repair}
     * @param line of the runbook
     */
    public record Row(double at, String what, String details, int line) {
        static Row of(Duration at, String what, String details, int line) {
            return new Row(seconds(at), what, details, line);
        }
    }

    public static Plan of(Runbook runbook) {
        return new Plan(
                runbook.id(),
                runbook.title(),
                runbook.severity(),
                runbook.players(),
                runbook.tags(),
                runbook.briefing(),
                runbook.story(),
                runbook.inputs().stream().map(Open::of).toList(),
                inWords(runbook.steadyState()),
                seconds(runbook.holdFor()),
                seconds(runbook.timeLimit()),
                inWords(runbook.abortWhen()),
                rows(runbook),
                runbook.answer(),
                runbook.rehearsal().map(Rehearsal::steps).orElse(List.of()).stream()
                        .map(Plan::row)
                        .toList(),
                runbook.debrief(),
                runbook.source().sha256());
    }

    private static List<Row> rows(Runbook runbook) {
        List<Row> rows = new ArrayList<>();
        Duration first = Duration.ZERO;
        for (Beat beat : runbook.beats()) rows.add(row(beat));
        if (runbook.breaksSomething())
            first = runbook.beats().stream()
                    .filter(Beat.Apply.class::isInstance)
                    .findFirst()
                    .map(Beat::at)
                    .orElse(first);
        for (var alert : runbook.alerts())
            rows.add(Row.of(first.plus(alert.within()), "alert", alert.name() + " should have fired", alert.line()));
        for (var goal : runbook.milestones())
            rows.add(Row.of(first.plus(goal.within()), "goal", goal.name() + when(goal.when()), goal.line()));
        rows.sort(Comparator.comparingDouble(Row::at));
        rows.add(Row.of(runbook.timeLimit(), "end", "time limit", 1));
        return List.copyOf(rows);
    }

    private static String when(List<Probe> probes) {
        return probes.isEmpty() ? "" : " when " + String.join(" and ", inWords(probes));
    }

    private static Row row(Beat beat) {
        if (beat instanceof Beat.Apply apply) {
            String leaving = apply.leaving().stream().map(Residue::inWords).collect(Collectors.joining(", "));
            String fault = apply.fault().inWords();
            return Row.of(beat.at(), "apply", leaving.isEmpty() ? fault : fault + "; leaves " + leaving, beat.line());
        }
        if (beat instanceof Beat.Send send)
            return Row.of(
                    beat.at(),
                    send.inject().redHerring() ? "red herring" : "inject",
                    send.inject().from() + ": " + send.inject().text(),
                    beat.line());
        Beat.Help help = (Beat.Help) beat;
        return Row.of(
                beat.at(),
                "hint",
                "unless " + help.hint().unless() + ": " + help.hint().text(),
                beat.line());
    }

    private static Row row(Rehearsal.Step step) {
        if (step.move() instanceof Repair repair)
            return Row.of(step.at(), "repair", repair.change().inWords(), step.line());
        Say say = (Say) step.move();
        return Row.of(step.at(), say.verb(), say.text(), step.line());
    }

    private static List<String> inWords(List<? extends Condition> probes) {
        return probes.stream().map(Condition::inWords).toList();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    /** For a terminal: who and what, then one line for each moment. Lines end with a newline. */
    public String text() {
        return new PlanText(this).text();
    }
}
