package dev.drillbook.drill;

import dev.drillbook.runbook.ExpectedAlert;
import dev.drillbook.runbook.Milestone;
import dev.drillbook.timeline.Brief;
import dev.drillbook.timeline.Brief.Goal;
import dev.drillbook.timeline.Happening.AlertFired;
import dev.drillbook.timeline.Happening.Checked;
import dev.drillbook.timeline.Happening.Moment;
import dev.drillbook.timeline.Happening.Repaired;
import dev.drillbook.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/** What a rehearsal must show, and what it did not. Pure. */
public final class Rehearsed {
    private Rehearsed() {}

    /** One line each; empty when the runbook passed its test. */
    public static List<String> failures(Timeline timeline) {
        List<String> failures = new ArrayList<>();
        if (shouldBite(timeline) && !timeline.bites()) failures.add(didNotBite(timeline));
        List<AlertFired> fired =
                timeline.firstApplied().map(timeline::alertsSince).orElseGet(List::of);
        for (ExpectedAlert alert : timeline.brief().alerts())
            if (fired.stream().noneMatch(one -> one.name().equals(alert.name())))
                failures.add("alert '" + alert.name() + "' stayed silent");
        for (Goal goal : timeline.brief().goals())
            if (timeline.reached(goal.milestone()).isEmpty()) failures.add(notReached(goal));
        if (!steadyAfter(timeline)) failures.add("the steady state did not come back");
        return failures;
    }

    /** A runbook that expects an alert, a restoration or a repair means to break something. */
    private static boolean shouldBite(Timeline timeline) {
        Brief brief = timeline.brief();
        return brief.breaksSomething()
                || !brief.alerts().isEmpty()
                || brief.goal(Milestone.MITIGATED).isPresent()
                || brief.goal(Milestone.RESTORED).isPresent()
                || timeline.first(Repaired.class).isPresent();
    }

    private static String didNotBite(Timeline timeline) {
        if (timeline.firstApplied().isEmpty()) return "the fault did not bite: nothing was applied";
        if (timeline.tookHold().isEmpty()) return "the fault did not bite: it never took hold";
        return timeline.firstImpact().isEmpty()
                ? "the fault did not bite: the steady state never broke"
                : "the fault did not bite: the steady state broke only after the repair";
    }

    private static String notReached(Goal goal) {
        return goal.milestone().equals(Milestone.RESTORED)
                ? "not restored: the rehearsal's repair did not bring the steady state back"
                : "milestone '" + goal.milestone() + "' was not reached";
    }

    private static boolean steadyAfter(Timeline timeline) {
        return timeline.all(Checked.class).stream()
                .filter(checked -> checked.what().moment() == Moment.AFTER)
                .allMatch(checked -> checked.what().holds());
    }
}
