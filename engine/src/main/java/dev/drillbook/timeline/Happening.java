package dev.drillbook.timeline;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Secret;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Verdict;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that a journal can say. The name of each kind is part of the file format. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = Happening.Opened.class, name = "opened"),
    @Type(value = Happening.Checked.class, name = "checked"),
    @Type(value = Happening.Refused.class, name = "refused"),
    @Type(value = Happening.Began.class, name = "began"),
    @Type(value = Happening.Owed.class, name = "owed"),
    @Type(value = Happening.Applied.class, name = "applied"),
    @Type(value = Happening.ApplyFailed.class, name = "apply-failed"),
    @Type(value = Happening.TookHold.class, name = "took-hold"),
    @Type(value = Happening.FaultGone.class, name = "fault-gone"),
    @Type(value = Happening.ProbeTurned.class, name = "probe-turned"),
    @Type(value = Happening.AlertFired.class, name = "alert-fired"),
    @Type(value = Happening.AlertResolved.class, name = "alert-resolved"),
    @Type(value = Happening.Injected.class, name = "injected"),
    @Type(value = Happening.HintGiven.class, name = "hint-given"),
    @Type(value = Claim.Reached.class, name = "reached"),
    @Type(value = Claim.Suspected.class, name = "suspected"),
    @Type(value = Claim.RuledOut.class, name = "ruled-out"),
    @Type(value = Claim.Noted.class, name = "noted"),
    @Type(value = Claim.Escalated.class, name = "escalated"),
    @Type(value = Claim.RoleTaken.class, name = "role-taken"),
    @Type(value = Happening.Repaired.class, name = "repaired"),
    @Type(value = Happening.MilestoneMet.class, name = "milestone-met"),
    @Type(value = Happening.MilestoneWithdrawn.class, name = "milestone-withdrawn"),
    @Type(value = Happening.Aborted.class, name = "aborted"),
    @Type(value = Happening.PaybackBegan.class, name = "payback-began"),
    @Type(value = Happening.Paid.class, name = "paid"),
    @Type(value = Happening.StaysOwed.class, name = "stays-owed"),
    @Type(value = Happening.WrittenOff.class, name = "written-off"),
    @Type(value = Happening.NotSent.class, name = "not-sent"),
    @Type(value = Happening.GuardReplaced.class, name = "guard-replaced"),
    @Type(value = Happening.GuardTookOver.class, name = "guard-took-over"),
    @Type(value = Happening.Closed.class, name = "closed")
})
public sealed interface Happening permits Claim, Happening.Told {

    /** What the engine, the world or the calendar did: everything but what people said. */
    sealed interface Told extends Happening {}

    /**
     * The first entry.
     *
     * @param rehearsal whether the runbook's own rehearsal played the team
     * @param startedBy who started it
     * @param door how: {@code terminal}, {@code slack}, {@code calendar}, …
     * @param occurrence for which planned start, where the calendar started it: its schedule and its planned time
     * @param zone the team's zone, for what people read
     * @param inputs the values that the environment gave the runbook's inputs, as text; of a secret one, where it is
     * @param engine what the commands bear that the process of this drill started, so that they can be found when it is gone
     * @param mayBreak in words, against what each fault is checked before it is applied
     * @throws java.time.DateTimeException when there is no such zone
     */
    record Opened(
            String drill,
            String environment,
            boolean rehearsal,
            String startedBy,
            String door,
            Optional<String> occurrence,
            String zone,
            String version,
            Map<String, String> inputs,
            Brief brief,
            Optional<String> engine,
            Optional<String> mayBreak)
            implements Told {
        public Opened {
            if (mayBreak == null) mayBreak = Optional.empty(); // of an older one
            if (occurrence == null) occurrence = Optional.empty(); // a journal from before there was a calendar
            if (engine == null) engine = Optional.empty(); // of an older one
            if (drill == null || environment == null || inputs == null || brief == null)
                throw new IllegalArgumentException("a part of the first entry is missing");
            ZoneId.of(zone);
        }
    }

    /** The steady state, asked before the first beat or after the last undo. @param moment see {@link Moment} */
    record Checked(Moment moment, List<Answered> probes) implements Told {
        public boolean holds() {
            return probes.stream().allMatch(probe -> probe.verdict().holds());
        }
    }

    /** A safety rule or the steady state forbids this drill: nothing was broken. */
    record Refused(String why) implements Told {}

    /** When the steady state was checked. */
    enum Moment {
        BEFORE,
        AFTER
    }

    /** One probe and what it said. */
    record Answered(String probe, Verdict verdict) {}

    /** The plan's clock starts: beats count from here. */
    record Began() implements Told {}

    /**
     * Durable before the harm begins.
     *
     * @param number of this undo within the drill, from 1
     * @param fault the fault or residue in words
     * @param typed what a person could type to pay it
     */
    record Owed(int number, String fault, Undo undo, String typed) implements Told {}

    /** The fault with this undo was applied. */
    record Applied(int number) implements Told {}

    /** Applying failed, perhaps half-way: the undo is owed all the same. */
    record ApplyFailed(int number, String why) implements Told {
        public ApplyFailed {
            why = Secret.hidden(why);
        }
    }

    /** The fault's own probe saw it. */
    record TookHold(int number, String seen) implements Told {}

    /** The fault's own probe says that it is not, or no longer, there. */
    record FaultGone(int number, String seen) implements Told {}

    /** A steady-state probe changed its verdict; the first verdict of each counts as a change. */
    record ProbeTurned(String probe, Verdict verdict) implements Told {}

    /** @param startsAt when the sender says it began to fire */
    record AlertFired(String name, String summary, Map<String, String> labels, Instant startsAt) implements Told {
        public AlertFired {
            summary = Secret.hidden(summary);
            labels = labels.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, label -> Secret.hidden(label.getValue())));
        }
    }

    record AlertResolved(String name, Instant endsAt) implements Told {}

    /** Something was sent to the players by the exercise. */
    record Injected(String from, String text, boolean redHerring) implements Told {}

    /** @param number of this hint, from 1 @param asked whether a player asked for it before its time */
    record HintGiven(int number, String text, boolean asked) implements Told {}

    /** A rehearsal's repair: only recorded. */
    record Repaired(String change) implements Told {}

    /**
     * A milestone was reached by truth; the entry comes when it was confirmed.
     *
     * @param since when it became true
     * @param byDrillbook whether Drillbook's own undo did it: never credited to the team
     */
    record MilestoneMet(String milestone, Instant since, boolean byDrillbook) implements Told {}

    /** A later breach withdrew a milestone of truth. */
    record MilestoneWithdrawn(String milestone, String why) implements Told {}

    /** @param real whether a real incident began */
    record Aborted(String who, String why, boolean real) implements Told {
        /** Who aborts what cannot go on. */
        public static final String DRILLBOOK = "Drillbook";

        public Aborted {
            why = Secret.hidden(why);
        }

        public boolean byDrillbook() {
            return who.equals(DRILLBOOK);
        }
    }

    /** From here on Drillbook puts things back. */
    record PaybackBegan(Ending ending) implements Told {}

    /** Carried out and verified. */
    record Paid(int number, Payment payment, Verdict gone) implements Told {}

    /** Could not be undone: still owed. */
    record StaysOwed(int number, String why) implements Told {
        public StaysOwed {
            why = Secret.hidden(why);
        }
    }

    /** A person answers for it that this undo is owed no longer: its target is gone for good. */
    record WrittenOff(int number, String who, String why) implements Told {
        public WrittenOff {
            if (why.isBlank()) throw new Invalid("an undo is written off for a reason: say which");
            Who.named(who);
        }
    }

    /** Beats that never came due, in words. */
    record NotSent(List<String> beats) implements Told {}

    /** The guard ended while the drill went on; another one stands in its place. */
    record GuardReplaced(String why) implements Told {}

    /** From here on the guard writes: its engine cannot. */
    record GuardTookOver(Cause cause) implements Told {}

    /** Why a guard acts. The engine is dead in each case: a guard ends one that is not, before it writes. */
    enum Cause {
        ENGINE_GONE,
        ENGINE_FROZEN,
        LEASE_OVER
    }

    /** The last entry. @param signalsSha256 of {@code signals.jsonl}, or null when nothing was measured */
    record Closed(Ending ending, String signalsSha256) implements Told {}

    /** Why a drill is over; INTERRUPTED: its engine died, and someone else closed it. */
    enum Ending {
        RESTORED,
        ABORTED,
        ABORT_CONDITION,
        TIME_LIMIT,
        REHEARSAL_OVER,
        REFUSED,
        SIGNAL,
        INTERRUPTED,
        DEFECT
    }
}
