package dev.drillbook.score;

import dev.drillbook.timeline.Timeline;
import dev.drillbook.wording.Durations;
import dev.drillbook.wording.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the team did about it. */
record Responding(Timeline timeline, Scorecard card) {
    List<Observation> observations() {
        return Stream.concat(card.goals().stream().map(Responding::goal), Stream.of(hints(), deadEnds()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Observation> goal(GoalResult goal) {
        if (goal.met().isEmpty()) return Optional.empty();
        String text = "'" + goal.milestone() + "' " + (goal.took() instanceof Measure.Span ? "came " : "was ")
                + goal.tookInWords() + (goal.took() instanceof Measure.Span ? " after the first apply" : "")
                + "; the goal was " + Durations.inWords(goal.within()) + ".";
        return Optional.of(
                goal.isMet() ? Observation.well(text, goal.milestone()) : Observation.badly(text, goal.milestone()));
    }

    private Optional<Observation> hints() {
        int planned = timeline.brief().hints();
        int taken = timeline.hints().size();
        if (taken > 0)
            return Optional.of(Observation.badly(
                    "The team took " + Numbers.count(taken, "hint", "hints") + " of " + planned + ".", "hints-taken"));
        boolean solved =
                card.stamp("restored").by().filter(Stamp.By.TEAM::equals).isPresent();
        return planned > 0 && solved
                ? Optional.of(Observation.well(
                        "The team needed none of " + Numbers.count(planned, "hint", "hints") + ".", "hints-taken"))
                : Optional.empty();
    }

    private Optional<Observation> deadEnds() {
        if (card.deadEnds().isEmpty()) return Optional.empty();
        return Optional.of(Observation.badly(
                DeadEnd.count(card.deadEnds()) + " cost "
                        + card.metric("dead-end-cost").value().inWords() + ".",
                "dead-end-cost"));
    }
}
