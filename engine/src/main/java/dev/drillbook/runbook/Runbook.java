package dev.drillbook.runbook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A pure description of a drill: what to break, what the team should notice, and how soon. Inputs are bound late, so
 * one text is one plan for every environment.
 *
 * @param id the file's name without its ending; it names the symptom, never the cause
 * @param severity from 1 (worst) to 5
 * @param beats in the order of their times
 * @param steadyState what holds on a good day: checked before, watched during, verified after
 * @param holdFor how long the steady state must hold before restoration counts as confirmed
 * @param timeLimit the drill's longest life, from its beginning
 * @param abortWhen what ends the drill when it holds
 */
public record Runbook(
        String id,
        String title,
        int severity,
        List<String> players,
        List<String> tags,
        String briefing,
        String story,
        List<Input<?>> inputs,
        List<Probe> steadyState,
        Duration holdFor,
        Duration timeLimit,
        List<Condition> abortWhen,
        List<Beat> beats,
        List<ExpectedAlert> alerts,
        List<Milestone> milestones,
        Optional<Answer> answer,
        Optional<Rehearsal> rehearsal,
        Debrief debrief,
        Source source) {
    /** How long the steady state may take to show before a drill, and to come back after it. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    public Runbook {
        if (severity < 1 || severity > 5) throw new Invalid("severity " + severity + ": write one from 1 (worst) to 5");
        players = List.copyOf(players);
        tags = List.copyOf(tags);
        inputs = List.copyOf(inputs);
        steadyState = List.copyOf(steadyState);
        abortWhen = List.copyOf(abortWhen);
        beats = beats.stream().sorted(java.util.Comparator.comparing(Beat::at)).toList();
        alerts = List.copyOf(alerts);
        milestones = List.copyOf(milestones);
    }

    /** Whether anything is broken at all; a drill that breaks nothing counts false alarms. */
    public boolean breaksSomething() {
        return beats.stream().anyMatch(Beat.Apply.class::isInstance);
    }
}
