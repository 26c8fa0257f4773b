package dev.drillbook.report;

import dev.drillbook.report.Model.Action;
import dev.drillbook.report.Model.Measures;
import dev.drillbook.score.GoalResult;
import dev.drillbook.score.Observation.Tone;
import dev.drillbook.wording.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What to change, and what to talk about; who does it by when is for people to agree on. */
final class MeasuresSection {
    private static final String OPEN = "to be agreed";

    private MeasuresSection() {}

    static Measures of(Subject subject) {
        List<Action> actions = new ArrayList<>();
        subject.brief().debrief().actions().stream()
                .map(action -> new Action(action.text(), words(action.kind()), OPEN, OPEN))
                .forEach(actions::add);
        return new Measures(actions, subject.brief().debrief().questions());
    }

    private static String words(String kind) {
        return switch (kind) {
            case "prevent" -> "preventative";
            case "detect" -> "corrective: detect sooner";
            case "mitigate" -> "corrective: mitigate sooner";
            default -> "process";
        };
    }

    static List<String> conclusion(Subject subject) {
        List<String> text = new ArrayList<>();
        text.add(VerdictSection.of(subject).word() + " "
                + VerdictSection.of(subject).text());
        text.add(goals(subject));
        if (!ScoreSection.observed(subject, Tone.WENT_BADLY).isEmpty())
            text.add("What went badly, listed above, is where the next drill should find a difference; "
                    + "each point wants an action, or a reason for none.");
        text.add(new EvidenceSection(subject).putBack());
        return text.stream().filter(sentence -> !sentence.isEmpty()).toList();
    }

    private static String goals(Subject subject) {
        String missed = subject.scorecard().missed().stream()
                .map(goal -> goal.milestone() + ": " + goal.tookInWords() + ", the goal was "
                        + Durations.inWords(goal.within()))
                .collect(Collectors.joining("; "));
        if (!missed.isEmpty()) return "Missed: " + missed + ".";
        return subject.scorecard().goals().stream().anyMatch(GoalResult::isMet) ? "No goal was missed." : "";
    }
}
