package dev.drillbook.report;

import dev.drillbook.runbook.Milestone;
import dev.drillbook.score.Measure.Count;
import dev.drillbook.score.Stamp;
import dev.drillbook.score.Stamp.By;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Timeline;

/** How a drill came out: what every document says first. */
enum Outcome {
    UNFINISHED("Unfinished."),
    REFUSED("Refused."),
    NOTHING_BROKEN("Nothing was broken."),
    NOTHING_APPLIED("Nothing was applied."),
    NOT_APPLICABLE("The fault could not be applied."),
    RESTORED_BY_TEAM("Restored by"),
    RESTORED_BY_DRILLBOOK("Restored by Drillbook."),
    WITHOUT_IMPACT("The steady state never broke."),
    BROKEN_BEFORE("Broken before the fault."),
    NOT_RESTORED("Not restored.");

    final String word;

    Outcome(String word) {
        this.word = word;
    }

    static Outcome of(Subject subject) {
        Timeline timeline = subject.timeline();
        if (timeline.ending().filter(Ending.REFUSED::equals).isPresent()) return REFUSED;
        if (!timeline.isClosed()) return UNFINISHED;
        if (!subject.brief().breaksSomething()) return subject.wasCalm() ? NOTHING_BROKEN : NOTHING_APPLIED;
        if (subject.couldNotBeApplied()) return NOT_APPLICABLE;
        // an engine that died between the undo and the apply may have applied it, and could not say so
        if (timeline.firstApplied().isEmpty() && timeline.first(Owed.class).isEmpty()) return NOTHING_APPLIED;
        if (isWithoutImpact(timeline)) return timeline.wasBroken() ? BROKEN_BEFORE : WITHOUT_IMPACT;
        Stamp restored = subject.scorecard().stamp(Milestone.RESTORED);
        return restored.by()
                .map(by -> by == By.TEAM ? RESTORED_BY_TEAM : RESTORED_BY_DRILLBOOK)
                .orElse(NOT_RESTORED);
    }

    /** No breach of the fault's own. Seen to the end: what was broken when Drillbook last looked is something else. */
    private static boolean isWithoutImpact(Timeline timeline) {
        return timeline.firstApplied().isPresent()
                && timeline.firstImpact().isEmpty()
                && timeline.undos().verifiedAt().isPresent();
    }

    /** For style sheets: {@code good}, {@code bad} or {@code neutral}. */
    String tone(Subject subject) {
        return switch (this) {
            case RESTORED_BY_TEAM -> subject.scorecard().missed().isEmpty() ? "good" : "neutral";
            case NOTHING_BROKEN ->
                subject.scorecard().metric("false-alarms").value() instanceof Count count && count.count() == 0
                        ? "good"
                        : "bad";
            case REFUSED, NOTHING_APPLIED, NOT_APPLICABLE, WITHOUT_IMPACT, BROKEN_BEFORE -> "neutral";
            case UNFINISHED, RESTORED_BY_DRILLBOOK, NOT_RESTORED -> "bad";
        };
    }
}
