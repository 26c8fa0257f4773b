package dev.drillbook.drill;

import dev.drillbook.runbook.Milestone;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.FaultGone;
import dev.drillbook.timeline.Happening.MilestoneMet;
import dev.drillbook.timeline.Happening.MilestoneWithdrawn;
import dev.drillbook.timeline.Happening.ProbeTurned;
import dev.drillbook.timeline.Happening.TookHold;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the engine measures: from one observation after the other to the stamps of truth (DESIGN section 5). Knows no
 * clock and writes nothing: whoever observes says when.
 */
final class Truth {
    private final Duration holdFor;
    private final List<Milestone> milestones;
    private final Map<String, Verdict> probes = new LinkedHashMap<>();
    private final Set<Integer> live = new HashSet<>();
    private final Set<Integer> seen = new HashSet<>();
    private final Set<Integer> applied = new HashSet<>();
    private final Set<Integer> paid = new HashSet<>();
    private final Map<String, Instant> whenSince = new HashMap<>();
    private final Set<String> heldAllAlong = new HashSet<>();
    private final Set<String> met = new HashSet<>();
    private boolean applying;
    private boolean breached;
    private boolean impact;
    private Instant holdsSince;
    private Instant goneSince;
    private Instant paybackSince;

    Truth(Runbook runbook) {
        this.holdFor = runbook.holdFor();
        this.milestones = runbook.milestones();
    }

    /** From now on a fault may harm users. */
    void applying() {
        applying = true;
    }

    /** From now on the fault with this undo counts: nothing is restored, or is so any longer, before it is gone. */
    void applied(int number) {
        applied.add(number);
        goneSince = null;
        met.remove(Milestone.RESTORED);
    }

    /**
     * The undo with this number was carried out and verified: its fault is gone, though nobody ever saw it take hold, or all
     * that can be seen of it is that it was done.
     */
    void paid(int number) {
        paid.add(number);
        seen.add(number);
        live.remove(number);
    }

    /** From now on what heals was healed by Drillbook. */
    void paybackBegan(Instant at) {
        paybackSince = at;
    }

    /** @param at when it is taken note of */
    List<Happening> observe(Instant at, Message.Observed now) {
        List<Happening> told = new ArrayList<>();
        turnProbes(now, told);
        turnFaults(at, now, told);
        judgeSteadyState(at, now, told);
        now.when().forEach((probe, verdict) -> since(probe, verdict, at));
        meetOwnMilestones(at, told);
        meet(Milestone.MITIGATED, since(Milestone.MITIGATED, holdsSince), at, told);
        meet(Milestone.RESTORED, restoredSince(), at, told);
        return told;
    }

    /** What broke before what healed: between the two, which have a line and a time each, the steady state was broken. */
    private void turnProbes(Message.Observed now, List<Happening> told) {
        List<ProbeTurned> turns = new ArrayList<>();
        now.steadyState().forEach((probe, verdict) -> {
            Verdict before = probes.put(probe, verdict);
            if (before == null || before.getClass() != verdict.getClass()) turns.add(new ProbeTurned(probe, verdict));
        });
        turns.stream().filter(turn -> turn.verdict().breaches()).forEach(told::add);
        turns.stream().filter(turn -> !turn.verdict().breaches()).forEach(told::add);
    }

    private void turnFaults(Instant at, Message.Observed now, List<Happening> told) {
        now.faults().forEach((number, verdict) -> {
            if (verdict.holds() && !paid.contains(number) && live.add(number)) {
                seen.add(number);
                told.add(new TookHold(number, verdict.seen()));
            }
            if (verdict.breaches() && live.remove(number)) told.add(new FaultGone(number, verdict.seen()));
        });
        boolean gone = !applied.isEmpty() && seen.containsAll(applied) && live.isEmpty();
        goneSince = !gone ? null : goneSince == null ? at : goneSince;
    }

    private void judgeSteadyState(Instant at, Message.Observed now, List<Happening> told) {
        Collection<Verdict> verdicts = now.steadyState().values();
        boolean broken = verdicts.stream().anyMatch(Verdict::breaches);
        if (broken && !breached && applying) impact = true;
        breached = broken;
        boolean holds = verdicts.stream().allMatch(Verdict::holds);
        holdsSince = !holds ? null : holdsSince == null ? at : holdsSince;
        if (broken && paybackSince == null) withdraw(told); // what putting back breaks takes nothing from the team
    }

    private void withdraw(List<Happening> told) {
        for (String milestone : List.of(Milestone.MITIGATED, Milestone.RESTORED))
            if (met.remove(milestone)) told.add(new MilestoneWithdrawn(milestone, "the steady state broke again"));
    }

    private void since(String probe, Verdict verdict, Instant at) {
        if (verdict.holds()) whenSince.putIfAbsent(probe, at);
        else whenSince.remove(probe);
        if (!applying && verdict.holds()) heldAllAlong.add(probe);
        if (!verdict.holds()) heldAllAlong.remove(probe);
    }

    /**
     * A runbook's own milestone of truth is reached as soon as its probes hold after the first apply. Where all of them held
     * before and do still, nobody has reached anything.
     */
    private void meetOwnMilestones(Instant at, List<Happening> told) {
        for (Milestone milestone : milestones) {
            boolean own = !Milestone.USUAL.contains(milestone.name()) && milestone.byTruth();
            boolean holds = since(milestone.name(), Instant.MIN) != null;
            if (own && !applied.isEmpty() && holds && isNews(milestone) && met.add(milestone.name()))
                told.add(new MilestoneMet(milestone.name(), at, paybackSince != null));
        }
    }

    private boolean isNews(Milestone milestone) {
        return milestone.when().stream().anyMatch(probe -> !heldAllAlong.contains(probe.inWords()));
    }

    /** The time from which the milestone's {@code when} probes hold as well, or null while one does not. */
    private Instant since(String name, Instant base) {
        Instant latest = base;
        for (Milestone milestone : milestones)
            if (milestone.name().equals(name))
                for (var probe : milestone.when()) latest = later(latest, whenSince.get(probe.inWords()));
        return latest;
    }

    private void meet(String milestone, Instant since, Instant now, List<Happening> told) {
        if (!hadImpact() || since == null || Duration.between(since, now).compareTo(holdFor) < 0) return;
        if (met.add(milestone))
            told.add(new MilestoneMet(milestone, since, paybackSince != null && !since.isBefore(paybackSince)));
    }

    private static Instant later(Instant one, Instant other) {
        if (one == null || other == null) return null;
        return one.isAfter(other) ? one : other;
    }

    boolean isMet(String milestone) {
        return met.contains(milestone);
    }

    /** Whether every probe of the steady state holds, as last observed. */
    boolean holds() {
        return holdsSince != null;
    }

    /** Whether the steady state has held, and every fault been gone, for the hold time, though it never broke. */
    boolean repairedWithoutImpact(Instant now) {
        return !hadImpact() && heldFor(now).compareTo(holdFor) >= 0;
    }

    /** How long all that is restoration has held; zero while something of it does not. */
    Duration heldFor(Instant now) {
        Instant since = restoredSince();
        return since == null ? Duration.ZERO : Duration.between(since, now);
    }

    private Instant restoredSince() {
        Instant repaired = later(holdsSince, goneSince);
        return hadImpact() ? since(Milestone.RESTORED, repaired) : repaired;
    }

    /** Whether the steady state broke because of a fault; one that could not be applied is none. */
    boolean hadImpact() {
        return impact && !applied.isEmpty();
    }

    /** The steady state as last observed, in the runbook's order. */
    Map<String, Verdict> steadyState() {
        return new LinkedHashMap<>(probes);
    }
}
