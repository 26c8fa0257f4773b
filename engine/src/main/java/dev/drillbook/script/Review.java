package dev.drillbook.script;

import dev.drillbook.runbook.Beat;
import dev.drillbook.runbook.Milestone;
import dev.drillbook.runbook.Nearest;
import dev.drillbook.runbook.Rehearsal.Say;
import dev.drillbook.runbook.Rehearsal.Step;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Looks at a whole plan for what no single sentence shows. */
final class Review {
    static final List<String> REQUIRED = List.of("title", "severity", "steadyState");

    private final Draft draft;
    private final Mistakes mistakes;
    private final Predicate<String> leftOut;

    /** @param leftOut whether a sentence with this word was mistaken and so is not in the draft */
    Review(Draft draft, Mistakes mistakes, Predicate<String> leftOut) {
        this.draft = draft;
        this.mistakes = mistakes;
        this.leftOut = leftOut;
    }

    void tell() {
        tellMissing();
        if (!leftOut.test("timeLimit")) tellTooLate();
        if (!leftOut.test("hypothesis")) tellUnknownHypotheses();
        tellMeasuredClaims();
    }

    private void tellMissing() {
        for (String word : REQUIRED)
            if (!draft.said(word) && !leftOut.test(word))
                mistakes.atLine(1, "no " + word + ": write one, such as " + Vocabulary.example(word));
        boolean happens = draft.beats.stream().anyMatch(beat -> !(beat instanceof Beat.Help));
        if (!happens && List.of("apply", "inject", "redHerring").stream().noneMatch(leftOut))
            mistakes.atLine(1, "nothing happens: write one, such as " + Vocabulary.example("inject"));
    }

    private void tellTooLate() {
        for (Beat beat : draft.beats) tellTooLate(beat.at(), beat.line());
        for (Step step : draft.steps) tellTooLate(step.at(), step.line());
        if (leftOut.test("apply")) return;
        Duration first = draft.beats.stream()
                .filter(Beat.Apply.class::isInstance)
                .map(Beat::at)
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
        for (Milestone goal : draft.milestones) tellTooLate(first.plus(goal.within()), goal.line());
        draft.alerts.forEach(alert -> tellTooLate(first.plus(alert.within()), alert.line()));
    }

    private void tellTooLate(Duration at, int line) {
        if (at.compareTo(draft.timeLimit) > 0)
            mistakes.atLine(
                    line,
                    "this is due at " + Clock.of(at) + ", and the drill ends at " + Clock.of(draft.timeLimit)
                            + ": write an earlier time, or a longer timeLimit");
    }

    private void tellMeasuredClaims() {
        Set<String> measured = draft.milestones.stream()
                .filter(milestone -> milestone.byTruth() && !Milestone.USUAL.contains(milestone.name()))
                .map(Milestone::name)
                .collect(Collectors.toSet());
        for (Step step : draft.steps)
            if (step.move() instanceof Say said && said.verb().equals("reached") && measured.contains(said.text()))
                mistakes.atLine(
                        step.line(),
                        "milestone '" + said.text()
                                + "' has a 'when': Drillbook measures it, so there is nothing to claim;"
                                + " delete the line");
    }

    private void tellUnknownHypotheses() {
        Set<String> open = new HashSet<>();
        for (Step step : Draft.inOrder(draft.steps)) {
            if (!(step.move() instanceof Say said)) continue;
            if (said.verb().equals(Rehearsing.HYPOTHESIS)) open.add(said.text());
            if (said.verb().equals(Rehearsing.RULE_OUT) && !open.contains(said.text()))
                mistakes.atLine(
                        step.line(),
                        "no open hypothesis '" + said.text() + "' at this time"
                                + Nearest.hint(said.text(), open, "write it before, with hypothesis"));
            if (said.verb().equals(Rehearsing.RULE_OUT)) open.remove(said.text());
        }
    }
}
