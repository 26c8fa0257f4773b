package dev.drillbook.timeline;

import static dev.drillbook.timeline.TimelineBuilder.clock;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.timeline.Happening.Answered;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Happening.Moment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One happening of every kind; whatever could give the answer away has {@link #SECRET} in it. */
public final class EveryKind {
    public static final String SECRET = "KEY-PREFIX";

    private EveryKind() {}

    public static List<Happening> sample() {
        var at = clock("10:15:00");
        var seen = new Verdict.Broken(SECRET);
        return List.of(
                TimelineBuilder.aTimeline().applies().build().opened(),
                new Happening.Refused(SECRET),
                new Happening.Checked(Moment.BEFORE, List.of(new Answered(SECRET, new Verdict.Holds(SECRET)))),
                new Happening.Began(),
                new Happening.Owed(1, SECRET, new TestUndo(), SECRET),
                new Happening.Applied(1),
                new Happening.ApplyFailed(1, SECRET),
                new Happening.TookHold(1, SECRET),
                new Happening.FaultGone(1, SECRET),
                new Happening.ProbeTurned(SECRET, seen),
                new Happening.AlertFired("StaleAnswers", "over 1 %", Map.of("server", SECRET), at),
                new Happening.AlertResolved("StaleAnswers", at),
                new Happening.Injected("graphs", "Database CPU is at 80 %.", true),
                new Happening.HintGiven(1, "Look at the support channel.", true),
                new Claim.Reached("sam", at, "root cause", "the cache"),
                new Claim.Suspected("sam", at, 1, "database overload"),
                new Claim.RuledOut("sam", at, 1),
                new Claim.Noted("sam", at, "looking at graphs"),
                new Claim.Escalated("sam", at, "kim"),
                new Claim.RoleTaken("sam", at, "kim", "scribe"),
                new Happening.Repaired(SECRET),
                new Happening.MilestoneMet("mitigated", at, false),
                new Happening.MilestoneWithdrawn("mitigated", SECRET),
                new Happening.Aborted("sam", "enough", true),
                new Happening.PaybackBegan(Ending.ABORTED),
                new Happening.Paid(1, new Payment.PutBack(SECRET), new Verdict.Holds(SECRET)),
                new Happening.StaysOwed(1, SECRET),
                new Happening.WrittenOff(2, "grace", "its server is gone: " + SECRET),
                new Happening.NotSent(List.of(SECRET)),
                new Happening.GuardReplaced(SECRET),
                new Happening.GuardTookOver(Happening.Cause.ENGINE_GONE),
                new Happening.Closed(Ending.ABORTED, null));
    }

    /** What the file format knows: a new kind that is missing above fails the tests that use this. */
    public static Set<Class<?>> kinds() {
        return Arrays.stream(Happening.class.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::value)
                .collect(Collectors.toSet());
    }
}
