package dev.drillbook.wording;

import dev.drillbook.timeline.Happening.Aborted;
import dev.drillbook.timeline.Happening.AlertFired;
import dev.drillbook.timeline.Happening.AlertResolved;
import dev.drillbook.timeline.Happening.Began;
import dev.drillbook.timeline.Happening.Checked;
import dev.drillbook.timeline.Happening.Closed;
import dev.drillbook.timeline.Happening.GuardReplaced;
import dev.drillbook.timeline.Happening.GuardTookOver;
import dev.drillbook.timeline.Happening.HintGiven;
import dev.drillbook.timeline.Happening.Injected;
import dev.drillbook.timeline.Happening.MilestoneMet;
import dev.drillbook.timeline.Happening.MilestoneWithdrawn;
import dev.drillbook.timeline.Happening.Moment;
import dev.drillbook.timeline.Happening.Opened;
import dev.drillbook.timeline.Happening.PaybackBegan;
import dev.drillbook.timeline.Happening.Refused;
import dev.drillbook.timeline.Happening.StaysOwed;
import dev.drillbook.timeline.Happening.WrittenOff;
import java.time.Instant;

/** What players read during a drill. Probes are left out: that one broke is what the players should detect. */
final class ResponderWords {
    static final Phrases TABLE = new Phrases()
            .sayAllOf(ClaimWords.TABLE)
            .say(Opened.class, (opened, at, telling) -> opened(opened, telling))
            .say(Checked.class, (checked, at, telling) -> checked(checked))
            .say(Refused.class, (refused, at, telling) -> "The drill was refused: nothing was broken")
            .say(Began.class, (began, at, telling) -> "The drill began")
            .say(AlertFired.class, ResponderWords::fired)
            .say(AlertResolved.class, (alert, at, telling) -> "Alert " + alert.name() + " resolved")
            .say(Injected.class, (inject, at, telling) -> inject.from() + ": " + inject.text())
            .say(HintGiven.class, (hint, at, telling) -> hint(hint))
            .say(MilestoneMet.class, (met, at, telling) -> met(met, telling))
            .say(MilestoneWithdrawn.class, (gone, at, telling) -> withdrawn(gone))
            .say(
                    Aborted.class,
                    (aborted, at, telling) -> aborted(aborted, telling, aborted.byDrillbook() ? "" : aborted.why()))
            .say(PaybackBegan.class, (over, at, telling) -> over(over))
            .say(GuardReplaced.class, (guard, at, telling) -> "The guard ended, and another one took its place")
            .say(GuardTookOver.class, (guard, at, telling) -> tookOver(guard))
            .say(
                    StaysOwed.class,
                    (owed, at, telling) -> "NOT EVERYTHING COULD BE PUT BACK: ask the facilitator what is still owed")
            .say(
                    WrittenOff.class,
                    (off, at, telling) -> telling.person(off.who()) + " answers for it that something is not put back")
            .say(Closed.class, (closed, at, telling) -> "Drill closed: " + Endings.inWords(closed.ending()));

    private ResponderWords() {}

    private static String opened(Opened opened, Telling telling) {
        String title = "Drill " + opened.drill() + ", opened by " + telling.person(opened.startedBy()) + ": "
                + opened.brief().title();
        return opened.brief().briefing().isBlank()
                ? title
                : title + ". " + opened.brief().briefing().strip();
    }

    /** Without the probes and what they read. */
    static String checked(Checked checked) {
        String when = checked.moment() == Moment.BEFORE ? "Before the drill" : "After the drill";
        return when + " the steady state " + (checked.holds() ? "holds" : "does not hold");
    }

    private static String fired(AlertFired alert, Instant at, Telling telling) {
        String fired = "Alert " + alert.name() + " fired" + telling.when(alert.startsAt(), at, "since");
        return alert.summary().isBlank() ? fired : fired + ": " + alert.summary();
    }

    private static String hint(HintGiven hint) {
        return "Hint " + hint.number() + (hint.asked() ? ", asked for: " : ": ") + hint.text();
    }

    private static String met(MilestoneMet met, Telling telling) {
        return "Measured: " + met.milestone() + " since " + telling.times().time(met.since())
                + (met.byDrillbook() ? ", by Drillbook" : "");
    }

    /** Without what broke it. */
    static String withdrawn(MilestoneWithdrawn gone) {
        return "Withdrawn: " + gone.milestone();
    }

    /** @param why where Drillbook does it may name the fault, which it could not apply: not for players */
    static String aborted(Aborted aborted, Telling telling, String why) {
        String who = telling.person(aborted.who()) + " aborted the drill";
        return who + (why.isBlank() ? "" : ": " + why) + (aborted.real() ? " (a real incident began)" : "");
    }

    private static String tookOver(GuardTookOver guard) {
        return "The guard takes over: " + Endings.inWords(guard.cause());
    }

    private static String over(PaybackBegan over) {
        return "The drill is over (" + Endings.inWords(over.ending()) + "): Drillbook puts back what is owed";
    }
}
