package dev.drillbook.wording;

import dev.drillbook.timeline.Happening.Aborted;
import dev.drillbook.timeline.Happening.Applied;
import dev.drillbook.timeline.Happening.ApplyFailed;
import dev.drillbook.timeline.Happening.Checked;
import dev.drillbook.timeline.Happening.FaultGone;
import dev.drillbook.timeline.Happening.GuardReplaced;
import dev.drillbook.timeline.Happening.Injected;
import dev.drillbook.timeline.Happening.MilestoneWithdrawn;
import dev.drillbook.timeline.Happening.NotSent;
import dev.drillbook.timeline.Happening.Opened;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Happening.Paid;
import dev.drillbook.timeline.Happening.ProbeTurned;
import dev.drillbook.timeline.Happening.Refused;
import dev.drillbook.timeline.Happening.Repaired;
import dev.drillbook.timeline.Happening.StaysOwed;
import dev.drillbook.timeline.Happening.TookHold;
import dev.drillbook.timeline.Happening.WrittenOff;
import java.util.stream.Collectors;

/** What the facilitator reads, and everyone after the drill: what players read, and what was kept from them. */
final class FacilitatorWords {
    static final Phrases TABLE = new Phrases()
            .sayAllOf(ResponderWords.TABLE)
            .say(Refused.class, (refused, at, telling) -> "Refused, nothing was broken: " + refused.why())
            .say(Opened.class, (opened, at, telling) -> opened(opened, telling))
            .say(Checked.class, (checked, at, telling) -> checked(checked))
            .say(Owed.class, (owed, at, telling) -> "Undo of " + owed.fault() + " is owed from now on: " + owed.typed())
            .say(Aborted.class, (aborted, at, telling) -> ResponderWords.aborted(aborted, telling, aborted.why()))
            .say(Applied.class, (applied, at, telling) -> "Applied: " + telling.fault(applied.number()))
            .say(
                    ApplyFailed.class,
                    (failed, at, telling) -> "Could not apply " + telling.fault(failed.number()) + ": " + failed.why()
                            + "; its undo is owed all the same")
            .say(
                    TookHold.class,
                    (fault, at, telling) -> "Took hold: " + telling.fault(fault.number()) + ": " + fault.seen())
            .say(
                    FaultGone.class,
                    (fault, at, telling) -> "Gone: " + telling.fault(fault.number()) + ": " + fault.seen())
            .say(
                    ProbeTurned.class,
                    (turned, at, telling) ->
                            turned.probe() + ": " + turned.verdict().inWords())
            .say(
                    Injected.class,
                    (inject, at, telling) ->
                            inject.from() + ": " + inject.text() + (inject.redHerring() ? " (red herring)" : ""))
            .say(
                    GuardReplaced.class,
                    (guard, at, telling) -> "The guard ended (" + guard.why() + "), and another one took its place")
            .say(Repaired.class, (repaired, at, telling) -> "Rehearsal repairs: " + repaired.change())
            .say(MilestoneWithdrawn.class, (gone, at, telling) -> ResponderWords.withdrawn(gone) + ": " + gone.why())
            .say(
                    Paid.class,
                    (paid, at, telling) -> "Undo of " + telling.fault(paid.number()) + ": "
                            + paid.payment().inWords() + "; gone: "
                            + paid.gone().inWords())
            .say(
                    StaysOwed.class,
                    (owed, at, telling) -> "STILL OWED: undo of " + telling.fault(owed.number()) + ": " + owed.why())
            .say(
                    WrittenOff.class,
                    (off, at, telling) -> "Written off by " + telling.person(off.who()) + ": undo of "
                            + telling.fault(off.number()) + ": " + off.why())
            .say(
                    NotSent.class,
                    (unsent, at, telling) -> unsent.beats().isEmpty()
                            ? "Everything planned was sent"
                            : "Not sent: " + String.join("; ", unsent.beats()));

    private FacilitatorWords() {}

    private static String opened(Opened opened, Telling telling) {
        return "Drill " + opened.drill() + ", opened by " + telling.person(opened.startedBy()) + " ("
                + opened.door() + "): " + opened.brief().title() + ", severity "
                + opened.brief().severity() + ", on " + opened.environment()
                + (opened.rehearsal() ? ", a rehearsal" : "");
    }

    private static String checked(Checked checked) {
        return ResponderWords.checked(checked) + " ("
                + checked.probes().stream()
                        .map(probe -> probe.probe() + " " + probe.verdict().inWords())
                        .collect(Collectors.joining("; "))
                + ")";
    }
}
