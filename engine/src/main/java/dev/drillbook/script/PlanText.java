package dev.drillbook.script;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plan for a terminal. */
final class PlanText {
    private final Plan plan;
    private final StringBuilder text = new StringBuilder();

    PlanText(Plan plan) {
        this.plan = plan;
    }

    String text() {
        line(plan.title() + " (" + plan.runbook() + ", severity " + plan.severity() + ")");
        fact("players", plan.players());
        fact("tags", plan.tags());
        fact("briefing", List.of(plan.briefing()));
        fact("story", List.of(plan.story()));
        fact(
                "inputs",
                plan.inputs().stream()
                        .map(open -> open.name() + " (" + open.type() + ")")
                        .toList());
        fact("steady state", plan.steadyState());
        fact("hold for", List.of(clock(plan.holdFor())));
        fact("abort when", plan.abortWhen());
        rows("plan", plan.rows());
        plan.answer().ifPresent(answer -> fact("answer", List.of(answer.area() + ": " + answer.text())));
        rows("rehearsal", plan.rehearsal());
        fact("questions", List.of(String.join("\n", plan.debrief().questions())));
        fact(
                "actions",
                plan.debrief().actions().stream()
                        .map(action -> action.text() + " (" + action.kind() + ")")
                        .toList());
        return text.toString();
    }

    private void fact(String name, List<String> values) {
        String joined = values.stream().filter(value -> !value.isEmpty()).collect(Collectors.joining(", "));
        if (!joined.isEmpty())
            line(String.format(Locale.ROOT, "%-13s %s", name, joined.replace("\n", "\n" + " ".repeat(14))));
    }

    private void rows(String name, List<Plan.Row> rows) {
        if (rows.isEmpty()) return;
        line("");
        line(name);
        for (Plan.Row row : rows)
            line(String.format(Locale.ROOT, "%8s  %-11s  %s", clock(row.at()), row.what(), row.details()));
        line("");
    }

    private static String clock(double seconds) {
        return Clock.of(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
