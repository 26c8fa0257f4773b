package dev.drillbook.timeline;

import dev.drillbook.runbook.ExpectedAlert;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.timeline.Happening.Ending;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a drill as sentences: {@code aTimeline().at("10:00:00").applies().at("10:02:31").breaks("stale")}. It is 24
 * November 2026, the team is in Reykjavik, where it is UTC, and the drill begins at ten.
 */
public final class TimelineBuilder {
    public static final String ON_CALL = "on-call";

    private final BriefBuilder brief = new BriefBuilder();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Second> seconds = new ArrayList<>();
    private Instant now = clock("10:00:00");
    private int faults;
    private int hypotheses;
    private int hints;
    private int epoch = 1;

    private TimelineBuilder() {}

    public static TimelineBuilder aTimeline() {
        return new TimelineBuilder();
    }

    /** @param time such as {@code 10:02:31} or {@code 10:02:31.250} */
    public static Instant clock(String time) {
        return LocalDate.of(2026, 11, 24).atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    public TimelineBuilder withGoal(String milestone, Duration within) {
        brief.goal(milestone, within);
        return this;
    }

    public TimelineBuilder withMeasuredGoal(String milestone, Duration within) {
        brief.goalByTruth(milestone, within);
        return this;
    }

    public TimelineBuilder expectingAlert(String name, Duration within) {
        brief.alerts.add(new ExpectedAlert(name, within, 1));
        return this;
    }

    public TimelineBuilder withTimeLimit(Duration limit) {
        brief.timeLimit = limit;
        return this;
    }

    public TimelineBuilder withHints(int planned) {
        brief.hints = planned;
        return this;
    }

    public TimelineBuilder at(String time) {
        return at(clock(time));
    }

    public TimelineBuilder at(Instant time) {
        now = time;
        return this;
    }

    public TimelineBuilder applies(String fault) {
        return beginsToApply(fault).applied(faults);
    }

    public TimelineBuilder beginsToApply(String fault) {
        return says(new Happening.Owed(++faults, fault, new TestUndo(), "put " + fault + " back"));
    }

    /** @param number of a fault, from 1 */
    public TimelineBuilder applied(int number) {
        return says(new Happening.Applied(number));
    }

    public TimelineBuilder applies() {
        return applies("bad cache configuration");
    }

    public TimelineBuilder takesHold() {
        return says(new Happening.TookHold(faults, "seen"));
    }

    public TimelineBuilder breaks(String probe) {
        return says(new Happening.ProbeTurned(probe, new Verdict.Broken("24 %")));
    }

    public TimelineBuilder heals(String probe) {
        return says(new Happening.ProbeTurned(probe, new Verdict.Holds("0 %")));
    }

    public TimelineBuilder losesSightOf(String probe) {
        return says(new Happening.ProbeTurned(probe, new Verdict.Unknown("not measured for 5 s")));
    }

    public TimelineBuilder hears(String milestone) {
        return says(new Claim.Reached(ON_CALL, now, milestone, ""));
    }

    public TimelineBuilder hears(String milestone, String claimedAt) {
        return says(new Claim.Reached(ON_CALL, clock(claimedAt), milestone, ""));
    }

    public TimelineBuilder hearsRootCause(String text) {
        return says(new Claim.Reached(ON_CALL, now, "root cause", text));
    }

    public TimelineBuilder suspects(String text) {
        return says(new Claim.Suspected(ON_CALL, now, ++hypotheses, text));
    }

    public TimelineBuilder rulesOut(int number) {
        return says(new Claim.RuledOut(ON_CALL, now, number));
    }

    public TimelineBuilder escalates(String to) {
        return says(new Claim.Escalated(ON_CALL, now, to));
    }

    public TimelineBuilder fires(String alert) {
        return says(new Happening.AlertFired(alert, "", Map.of(), now));
    }

    /** One that its sender says began before it told us. */
    public TimelineBuilder hearsOf(String alert, String startsAt) {
        return says(new Happening.AlertFired(alert, "", Map.of(), clock(startsAt)));
    }

    public TimelineBuilder injects(String from, String text) {
        return says(new Happening.Injected(from, text, false));
    }

    public TimelineBuilder hints(String text) {
        return says(new Happening.HintGiven(++hints, text, false));
    }

    public TimelineBuilder measures(String milestone, String since) {
        return says(new Happening.MilestoneMet(milestone, clock(since), false));
    }

    public TimelineBuilder withdraws(String milestone) {
        return says(new Happening.MilestoneWithdrawn(milestone, "stale: broken: 24 %"));
    }

    /** Drillbook pays every undo, and what it put back is stamped as its own. */
    public TimelineBuilder putsBack(Ending ending) {
        says(new Happening.PaybackBegan(ending));
        for (int number = faults; number > 0; number--)
            says(new Happening.Paid(number, new Payment.PutBack("as it was"), new Verdict.Holds("gone")));
        return says(new Happening.MilestoneMet("restored", now, true));
    }

    public TimelineBuilder closes(Ending ending) {
        return says(new Happening.Closed(ending, null));
    }

    public TimelineBuilder says(Happening what) {
        if (entries.isEmpty()) {
            write(clock("10:00:00"), opened());
            write(clock("10:00:00"), new Happening.Began());
        }
        write(now, what);
        return this;
    }

    /** From here on somebody else writes: its engine is gone. */
    public TimelineBuilder dies() {
        epoch++;
        return this;
    }

    /** A second that ends now. */
    public TimelineBuilder reads(Map<String, Double> values, Integer... touched) {
        seconds.add(new Second(now, values, List.of(touched), Map.of()));
        return this;
    }

    public Timeline build() {
        return new Timeline(entries, new Series(seconds));
    }

    private void write(Instant at, Happening what) {
        long tick = Duration.between(clock("10:00:00"), at).toNanos();
        entries.add(new Entry(entries.size() + 1, epoch, at, tick, what));
    }

    private Happening opened() {
        return new Happening.Opened(
                "2026-11-24-1",
                "practice",
                false,
                "sam",
                "terminal",
                Optional.empty(),
                "Atlantic/Reykjavik",
                "0.1.0",
                Map.of("cache-config", "/etc/shop"),
                brief.build(),
                Optional.empty(),
                Optional.empty());
    }
}
