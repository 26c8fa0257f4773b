package dev.drillbook.timeline;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Milestone;
import dev.drillbook.timeline.Claim.Reached;
import dev.drillbook.timeline.Claim.RoleTaken;
import dev.drillbook.timeline.Happening.Aborted;
import dev.drillbook.timeline.Happening.AlertFired;
import dev.drillbook.timeline.Happening.Applied;
import dev.drillbook.timeline.Happening.Began;
import dev.drillbook.timeline.Happening.Closed;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Happening.GuardTookOver;
import dev.drillbook.timeline.Happening.HintGiven;
import dev.drillbook.timeline.Happening.MilestoneMet;
import dev.drillbook.timeline.Happening.MilestoneWithdrawn;
import dev.drillbook.timeline.Happening.Opened;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Happening.PaybackBegan;
import dev.drillbook.timeline.Happening.ProbeTurned;
import dev.drillbook.timeline.Happening.Repaired;
import dev.drillbook.timeline.Happening.TookHold;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every entry of a drill in order, claims and truth together, and the series of its signals. It may end anywhere: a
 * drill that still runs has a timeline too. Every question costs one walk over the entries.
 */
public record Timeline(List<Entry> entries, Series series) {
    public Timeline {
        entries = List.copyOf(entries);
    }

    public static Timeline of(List<Entry> entries) {
        return new Timeline(entries, Series.none());
    }

    /** Every entry of one kind, in order. */
    public <T extends Happening> List<Stamped<T>> all(Class<T> kind) {
        return stream(kind).toList();
    }

    public <T extends Happening> Optional<Stamped<T>> first(Class<T> kind) {
        return stream(kind).findFirst();
    }

    <T extends Happening> Stream<Stamped<T>> stream(Class<T> kind) {
        return entries.stream()
                .filter(entry -> kind.isInstance(entry.what()))
                .map(entry -> new Stamped<>(entry.seq(), entry.at(), kind.cast(entry.what())));
    }

    private <T extends Happening> Optional<Instant> when(Class<T> kind) {
        return first(kind).map(Stamped::at);
    }

    /** @throws DrillException when the first entry is missing: this is no drill's journal */
    public Opened opened() {
        return first(Opened.class)
                .map(Stamped::what)
                .orElseThrow(() -> new DrillException(
                        "no entry 'opened' in this journal: look whether it is the whole journal.jsonl of a drill"));
    }

    public Brief brief() {
        return opened().brief();
    }

    /** When the plan's clock started; empty when the drill was refused, or is still in its preflight. */
    public Optional<Instant> began() {
        return when(Began.class);
    }

    /**
     * When the first of those faults that were applied began to be, which is when its undo was durable: what goals count
     * from. One that takes a while harms users before it is done, and others may be done before it.
     */
    public Optional<Instant> firstApplied() {
        Set<Integer> numbers =
                stream(Applied.class).map(applied -> applied.what().number()).collect(Collectors.toSet());
        return Stream.concat(
                        stream(Owed.class)
                                .filter(owed -> numbers.contains(owed.what().number()))
                                .map(Stamped::at),
                        stream(Applied.class).map(Stamped::at))
                .min(Comparator.naturalOrder());
    }

    /** When a fault's own probe first saw it. */
    public Optional<Instant> tookHold() {
        return when(TookHold.class);
    }

    /** The stretches in which the steady state was broken, oldest first; see {@link Breach}. */
    public List<Breach> breaches() {
        return Breach.in(this);
    }

    /** Start of the first breach that began at or after the first apply. */
    public Optional<Instant> firstImpact() {
        return firstApplied().flatMap(applied -> breaches().stream()
                .map(Breach::from)
                .filter(from -> !from.isBefore(applied))
                .findFirst());
    }

    /** Whether the steady state was broken at any time since the first apply, for whatever reason. */
    public boolean wasBroken() {
        return firstApplied().stream().anyMatch(applied -> breaches().stream()
                .anyMatch(breach -> breach.to().isAfter(applied)));
    }

    /** Whether every probe of the steady state was seen to hold, all at once for the hold time, since the first apply. */
    public boolean heldSinceApplied(Instant until) {
        Set<String> holding = new HashSet<>();
        Instant since = null;
        boolean held = false;
        for (var turn : all(ProbeTurned.class)) {
            if (since != null && !held) held = isHoldTime(since, turn.at().isBefore(until) ? turn.at() : until);
            if (turn.what().verdict().holds()) holding.add(turn.what().probe());
            else holding.remove(turn.what().probe());
            boolean all = holding.containsAll(brief().steadyState());
            since = !all ? null : since == null ? turn.at() : since;
        }
        return held || since != null && isHoldTime(since, until);
    }

    private boolean isHoldTime(Instant since, Instant until) {
        return firstApplied()
                .map(applied -> since.isBefore(applied) ? applied : since)
                .filter(from -> Duration.between(from, until).compareTo(brief().holdFor()) >= 0)
                .isPresent();
    }

    /** Whether a fault took hold and a breach began before any repair, Drillbook's own included. */
    public boolean bites() {
        var repaired = Stream.of(when(Repaired.class), when(PaybackBegan.class))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        return tookHold().isPresent()
                && firstImpact()
                        .filter(from -> repaired.isEmpty() || from.isBefore(repaired.get()))
                        .isPresent();
    }

    /** Alerts that began to fire then or later, which their senders say, the earliest first: they may be delivered late. */
    public List<AlertFired> alertsSince(Instant from) {
        return stream(AlertFired.class)
                .map(Stamped::what)
                .filter(alert -> !alert.startsAt().isBefore(from))
                .sorted(Comparator.comparing(AlertFired::startsAt))
                .toList();
    }

    /**
     * When the team reached a milestone: the earliest time claimed for it or, where the engine measures it, the time
     * since when it was true. What Drillbook put back itself, or a later breach withdrew, was not reached.
     */
    public Optional<Instant> reached(String milestone) {
        if (!isByTruth(milestone)) return claimed(milestone);
        return met(milestone).filter(met -> !met.byDrillbook()).map(MilestoneMet::since);
    }

    /**
     * The earliest time that anyone claimed for a milestone, by whatever means it is really reached. What was said once
     * the team's time was over reaches nothing.
     */
    public Optional<Instant> claimed(String milestone) {
        return inTime(Reached.class)
                .map(Stamped::what)
                .filter(claim -> claim.milestone().equals(milestone))
                .map(Reached::claimed)
                .min(Comparator.naturalOrder());
    }

    /**
     * What the engine measured of a milestone of truth and did not withdraw later, whoever brought it about. What was
     * restored is so no longer once another fault is applied, which no entry says to players. What the team reached stays
     * reached while Drillbook puts back: a journal may say otherwise that was written before that was so.
     */
    public Optional<MilestoneMet> met(String milestone) {
        MilestoneMet standing = null;
        boolean payback = false;
        for (Entry entry : entries) {
            if (entry.what() instanceof PaybackBegan) payback = true;
            if (entry.what() instanceof Applied && milestone.equals(Milestone.RESTORED)) standing = null;
            if (entry.what() instanceof MilestoneMet met
                    && met.milestone().equals(milestone)
                    && (standing == null || !met.byDrillbook())) standing = met;
            if (entry.what() instanceof MilestoneWithdrawn withdrawn
                    && withdrawn.milestone().equals(milestone)
                    && !payback) standing = null;
        }
        return Optional.ofNullable(standing);
    }

    private boolean isByTruth(String milestone) {
        return milestone.equals(Milestone.MITIGATED)
                || milestone.equals(Milestone.RESTORED)
                || brief().goal(milestone).filter(Brief.Goal::byTruth).isPresent();
    }

    /** Every undo, and what became of it. */
    public Undos undos() {
        return new Undos(this);
    }

    /** What people said, in the order in which it was received. */
    public List<Claim> claims() {
        return stream(Claim.class).map(Stamped::what).toList();
    }

    /** The role that each person took last, by person. */
    public Map<String, String> roles() {
        return stream(RoleTaken.class)
                .map(Stamped::what)
                .collect(Collectors.toMap(RoleTaken::person, RoleTaken::role, (before, now) -> now));
    }

    public List<Hypothesis> hypotheses() {
        return Hypothesis.in(claims());
    }

    public List<Hypothesis> openHypotheses() {
        return hypotheses().stream().filter(Hypothesis::isOpen).toList();
    }

    /** Those that the team was given while its time ran. */
    public List<Stamped<HintGiven>> hints() {
        return inTime(HintGiven.class).toList();
    }

    /** Who ended it, and why; that a real incident began counts most, though it was said when it was ending already. */
    public Optional<Stamped<Aborted>> abort() {
        List<Stamped<Aborted>> all = all(Aborted.class);
        return all.stream().filter(abort -> abort.what().real()).findFirst().or(() -> all.stream()
                .findFirst());
    }

    public Optional<Aborted> aborted() {
        return abort().map(Stamped::what);
    }

    /** Why the drill is over; empty while it is not. */
    public Optional<Ending> ending() {
        return first(Closed.class).map(closed -> closed.what().ending()).or(() -> first(PaybackBegan.class)
                .map(payback -> payback.what().ending()));
    }

    /** When the team's time was over: payback began, the drill closed or its engine died. Empty while it is not. */
    public Optional<Instant> over() {
        return when(PaybackBegan.class).or(() -> when(Closed.class)).map(this::whileWatched);
    }

    private <T extends Happening> Stream<Stamped<T>> inTime(Class<T> kind) {
        Optional<Instant> over = over();
        return stream(kind).filter(entry -> over.filter(entry.at()::isAfter).isEmpty());
    }

    /** That moment, or the last at which anything was measured where that was earlier. */
    private Instant whileWatched(Instant at) {
        Instant last = watchedUntil();
        return at.isBefore(last) ? at : last;
    }

    /**
     * Nobody measures after its engine ended. A guard whose engine is gone sees that at once; of one that froze, or that
     * nobody guarded, the last that it wrote tells.
     *
     * @throws java.util.NoSuchElementException when there is no entry
     */
    Instant watchedUntil() {
        Optional<Instant> gone = stream(GuardTookOver.class)
                .filter(guard -> guard.what().cause() == Happening.Cause.ENGINE_GONE)
                .map(Stamped::at)
                .findFirst();
        return gone.orElseGet(() -> Stream.concat(
                        entries.stream()
                                .filter(entry -> entry.epoch() == entries.get(0).epoch())
                                .map(Entry::at),
                        series.seconds().stream().map(Second::at))
                .max(Comparator.naturalOrder())
                .orElseThrow());
    }

    /** Whether the last entry was written: nothing will follow. */
    public boolean isClosed() {
        return first(Closed.class).isPresent();
    }

    /**
     * When it was closed, whatever was paid later; before that, the last moment of which anything is known: its last entry,
     * or what was measured after it.
     *
     * @throws DrillException when there is none
     */
    public Instant end() {
        if (entries.isEmpty()) throw new DrillException("this journal is empty: nothing can be told of its drill");
        return when(Closed.class).orElseGet(() -> {
            Instant last = entries.get(entries.size() - 1).at();
            return last.isAfter(watchedUntil()) ? last : watchedUntil();
        });
    }

    /** The same, or the last moment at which anything was measured: who settles a dead engine's drill may come days later. */
    public Instant measuredUntil() {
        return whileWatched(end());
    }
}
