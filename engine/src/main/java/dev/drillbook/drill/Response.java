package dev.drillbook.drill;

import dev.drillbook.environment.Limits;
import dev.drillbook.runbook.Beat;
import dev.drillbook.runbook.Change;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Rehearsal;
import dev.drillbook.runbook.Residue;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.World;
import dev.drillbook.timeline.Claim;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.Ending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the loop does about each message and each beat. Runs on the loop's thread only. */
final class Response implements Message.Loop, Cues.Stage {
    private final Drill drill;
    private final World world;
    private final Limits limits;
    private final Consumer<Instant> rules;
    private final AbortConditions abortWhen;
    private final Cues cues;
    private final Truth truth;
    private final Hands hands;
    private final Eyes eyes;
    private final Map<Integer, Fault> applying = new HashMap<>();
    private int preparing;
    private int undos;
    private int hints;

    Response(Drill drill, Order order, World world, Cues cues, Truth truth, Hands hands, Eyes eyes) {
        this.drill = drill;
        this.world = world;
        this.limits = order.environment().limits();
        this.rules = order.rules();
        this.abortWhen = new AbortConditions(order.runbook(), limits);
        this.cues = cues;
        this.truth = truth;
        this.hands = hands;
        this.eyes = eyes;
    }

    boolean isApplying() {
        return !applying.isEmpty();
    }

    /** Whether a fault that was due is on its way. */
    boolean isBreaking() {
        return preparing > 0 || isApplying();
    }

    // beats

    @Override
    public void apply(Beat.Apply beat) {
        preparing++;
        Instant now = drill.now(); // asked here: hands have no part in the loop
        hands.start("reading how to put back " + beat.fault().inWords(), () -> prepare(beat, now));
    }

    @Override
    public void lookedAhead(Message.LookedAhead looked) {
        drill.lookedAhead(looked);
    }

    private Message prepare(Beat.Apply beat, Instant now) {
        try {
            rules.accept(now); // a freeze may have begun since the drill did
            Preflight.check(beat, limits, world); // again: what an input names may have changed since the preflight
            List<Message.Debt> debts = new ArrayList<>();
            for (Residue residue : beat.leaving()) debts.add(debt(residue.inWords(), residue.removal(world)));
            debts.add(debt(beat.fault().inWords(), beat.fault().undo(world)));
            return new Message.Prepared(beat, debts, Optional.empty());
        } catch (DrillException e) {
            return new Message.Prepared(beat, List.of(), Optional.of(e.getMessage()));
        }
    }

    private Message.Debt debt(String fault, Undo undo) {
        return new Message.Debt(fault, undo, undo.asTyped(world));
    }

    @Override
    public void prepared(Message.Prepared ready) {
        preparing--;
        if (drill.isOver()) return;
        if (ready.failure().isPresent()) {
            if (undos == 0) drill.refuse(ready.failure().get()); // as in the preflight: nothing was broken
            else abort("could not break anything more: " + ready.failure().get(), Ending.ABORTED);
            return;
        }
        boolean isFirst = undos == 0;
        // durable first: we may die on the line after
        for (Message.Debt debt : ready.debts())
            drill.append(new Happening.Owed(++undos, debt.fault(), debt.undo(), debt.typed()));
        if (isFirst) eyes.breaking();
        truth.applying();
        int number = undos;
        Fault fault = ready.beat().fault();
        Undo owed = ready.debts().get(ready.debts().size() - 1).undo();
        applying.put(number, fault);
        hands.start(
                "applying " + fault.inWords(),
                () -> new Message.Applied(number, attempt(() -> fault.apply(world, owed))));
    }

    private static Optional<String> attempt(Runnable change) {
        try {
            change.run();
            return Optional.empty();
        } catch (DrillException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public void applied(Message.Applied done) {
        Fault fault = applying.remove(done.number());
        if (done.failure().isPresent()) {
            drill.tell(new Happening.ApplyFailed(done.number(), done.failure().get()));
            abort("a fault could not be applied: " + done.failure().get(), Ending.ABORTED);
            return;
        }
        drill.tell(new Happening.Applied(done.number()));
        truth.applied(done.number());
        eyes.watch(done.number(), fault);
    }

    private void abort(String why, Ending how) {
        if (!drill.isOver()) drill.abort(new Happening.Aborted(Happening.Aborted.DRILLBOOK, why, false), how);
    }

    @Override
    public void send(Beat.Send beat) {
        var inject = beat.inject();
        drill.append(new Happening.Injected(inject.from(), inject.text(), inject.redHerring()));
    }

    @Override
    public void help(Beat.Help beat) {
        if (drill.timeline().reached(beat.hint().unless()).isEmpty()) give(beat, false);
    }

    private void give(Beat.Help beat, boolean asked) {
        drill.append(new Happening.HintGiven(++hints, beat.hint().text(), asked));
    }

    @Override
    public void step(Rehearsal.Step step) {
        if (step.move() instanceof Rehearsal.Say say)
            drill.append(claim(Saying.of(say.verb(), say.text()), "rehearsal", drill.now()));
        if (step.move() instanceof Rehearsal.Repair repair) repair(repair.change());
    }

    private void repair(Change change) {
        hands.start("repairing " + change.inWords(), () -> new Message.Repaired(change.inWords(), repaired(change)));
    }

    private Optional<String> repaired(Change change) {
        try {
            limits.check(change.touches(world)); // again: what an input names may have changed since the preflight
        } catch (DrillException e) {
            return Optional.of(e.getMessage());
        }
        return attempt(() -> change.apply(world));
    }

    @Override
    public void repaired(Message.Repaired done) {
        if (done.failure().isPresent())
            abort("the rehearsal's repair failed: " + done.failure().get(), Ending.ABORTED);
        else drill.tell(new Happening.Repaired(done.change()));
    }

    @Override
    public void guardReplaced(Message.GuardReplaced guard) {
        drill.tell(new Happening.GuardReplaced(guard.why()));
    }

    // what people say

    @Override
    public void said(Message.Said said) {
        try {
            said.answer().complete(answer(said));
        } catch (DrillException e) {
            said.answer().completeExceptionally(e);
        }
    }

    private String answer(Message.Said said) {
        if (said.saying() instanceof Saying.Abort abort) return abort(said.who(), abort);
        if (said.saying() instanceof Saying.Hint) return hint();
        drill.append(claim((Saying.Claiming) said.saying(), said.who(), said.when()));
        return "recorded";
    }

    private Claim claim(Saying.Claiming saying, String who, java.time.Instant when) {
        return saying.claim(new Claims(drill.timeline()), who, when);
    }

    private String hint() {
        Optional<Beat.Help> next = cues.takeHint();
        next.ifPresent(help -> give(help, true));
        return next.map(help -> help.hint().text()).orElse("there is no further hint");
    }

    private String abort(String who, Saying.Abort abort) {
        if (drill.isOver()) return abortedLate(who, abort);
        boolean isRecorded = drill.abort(new Happening.Aborted(who, abort.why(), abort.real()), Ending.ABORTED);
        return "aborting: everything is being put back"
                + (isRecorded ? "" : "; it cannot be recorded that you said so: look at the disk");
    }

    /** That a real incident began is worth more than that the drill is ending anyway. */
    private String abortedLate(String who, Saying.Abort abort) {
        if (!abort.real()) return "the drill is ending already";
        boolean isRecorded = drill.tell(new Happening.Aborted(who, abort.why(), true));
        return "the drill is ending already; that a real incident began is "
                + (isRecorded ? "recorded" : "NOT recorded: look at the disk");
    }

    @Override
    public void stop(Message.Stop stop) {
        abort(stop.why(), stop.how());
    }

    // what the world says

    @Override
    public void measured(Message.Measured measured) {
        drill.measured(measured);
    }

    @Override
    public void observed(Message.Observed observed) {
        drill.observed(observed);
        truth.observe(drill.now(), observed).forEach(drill::tell);
    }

    @Override
    public void conditionAsked(Message.ConditionAsked asked) {
        abortWhen.met(asked, drill.now()).ifPresent(why -> abort(why, Ending.ABORT_CONDITION));
    }

    @Override
    public void alert(Message.AlertHeard alert) {
        if (alert.endsAt().isPresent())
            drill.append(
                    new Happening.AlertResolved(alert.name(), alert.endsAt().get()));
        else drill.append(new Happening.AlertFired(alert.name(), alert.summary(), alert.labels(), alert.startsAt()));
    }

    /** A beat that never came due. */
    static String inWords(Beat beat) {
        return beat.at().toSeconds() + " s: " + what(beat);
    }

    private static String what(Beat beat) {
        if (beat instanceof Beat.Apply apply) return "apply " + apply.fault().inWords();
        if (beat instanceof Beat.Send send)
            return "inject from " + send.inject().from() + ": " + send.inject().text();
        return "hint: " + ((Beat.Help) beat).hint().text();
    }
}
