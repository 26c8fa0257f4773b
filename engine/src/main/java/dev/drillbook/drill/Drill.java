package dev.drillbook.drill;

import dev.drillbook.journal.Journal;
import dev.drillbook.journal.SignalsFile;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Milestone;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.Answered;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Happening.Moment;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.undo.Guards;
import dev.drillbook.undo.Payback;
import dev.drillbook.undo.Reserve;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One drill, from preflight to close. One thread performs it: it alone decides and writes. Whatever happens, it pays what
 * is owed before it ends.
 */
final class Drill {
    private static final Logger LOG = LoggerFactory.getLogger(Drill.class);

    /** How long a fault that is being applied may hold up payback. */
    private static final Duration LAST_APPLY = Duration.ofSeconds(10);

    private static final Duration LAST_LOOK = Duration.ofSeconds(1);

    private final Order order;
    private final Journal journal;
    private final SignalsFile signals;
    private final Reserve reserve;
    private final Guards.Posted guard;
    private final World world;
    private final DrillClock clock;
    private final Mailbox mailbox;
    private final Hands hands;
    private final Truth truth;
    private final Cues cues;
    private final Response response;
    private final Eyes eyes;
    private final Afterwards afterwards;
    private Message.LookedAhead ahead;
    private long startTick;
    private long lastLook;
    private Ending ending;

    Drill(
            Order order,
            Journal journal,
            SignalsFile signals,
            Reserve reserve,
            Guards.Posted guard,
            World world,
            DrillClock clock,
            Mailbox mailbox,
            Hands hands,
            Eyes eyes) {
        this.order = order;
        this.journal = journal;
        this.signals = signals;
        this.reserve = reserve;
        this.guard = guard;
        this.world = world;
        this.clock = clock;
        this.mailbox = mailbox;
        this.hands = hands;
        this.eyes = eyes;
        this.afterwards = new Afterwards(order.runbook().steadyState());
        this.truth = new Truth(order.runbook());
        this.cues = new Cues(order.runbook(), order.rehearsal());
        this.response = new Response(this, order, world, cues, truth, hands, eyes);
    }

    void perform() {
        try {
            preflight();
            if (!isOver()) respond();
        } catch (DrillException e) {
            abort(new Happening.Aborted(Happening.Aborted.DRILLBOOK, e.getMessage(), false), Ending.ABORTED);
        } catch (RuntimeException | Error e) {
            LOG.error("a defect in Drillbook; what was broken is put back", e);
            String why = "a defect in Drillbook: " + e;
            abort(new Happening.Aborted(Happening.Aborted.DRILLBOOK, why, false), Ending.DEFECT);
        }
        payBack();
        settle();
        close();
    }

    private void preflight() {
        journal.append(order.opened());
        boolean holds = await(truth::holds, Runbook.PATIENCE);
        if (isOver()) return;
        journal.append(new Happening.Checked(Moment.BEFORE, steadyState()));
        if (!holds) {
            refuseAsUnsteady();
            return;
        }
        hands.start("looking ahead", this::lookAhead);
        if (await(() -> ahead != null, order.timeLimit())) ahead.refusal().ifPresent(this::refuse);
        else if (!isOver())
            refuse(
                    "what is to be broken could not be read within the time limit; nothing was broken, look at it first");
        // that may have taken long
        if (!isOver() && !await(truth::holds, Runbook.PATIENCE) && !isOver()) refuseAsUnsteady();
    }

    private void refuseAsUnsteady() {
        String why = eyes.whyUnmeasured().map(unread -> " (" + unread + ")").orElse("");
        refuse("the steady state does not hold: " + readings() + why
                + "; nothing was broken, look at the system first");
    }

    /** A file on a dead mount is never read to its end: an abort must be heard meanwhile. */
    private Message lookAhead() {
        try {
            Preflight.check(order.runbook(), order.environment(), world, order.rehearsal());
            guard.awaitReady(); // last, for it was posted first: by now it mostly is
            return new Message.LookedAhead(Optional.empty());
        } catch (DrillException e) {
            return new Message.LookedAhead(Optional.of(e.getMessage()));
        }
    }

    void lookedAhead(Message.LookedAhead looked) {
        ahead = looked;
    }

    void refuse(String why) {
        journal.append(new Happening.Refused(why));
        over(Ending.REFUSED);
    }

    private void respond() {
        startTick = clock.ticker().getAsLong();
        journal.append(new Happening.Began());
        while (!isOver()) step();
    }

    /** One turn of the loop: what came, or what is due. */
    void step() {
        mailbox.next(untilNext()).ifPresent(this::receive);
        if (isOver()) return;
        cues.play(elapsed(), response);
        boolean breaksMore = cues.hasApply() || response.isBreaking();
        Ends.of(order, truth, breaksMore, cues.lastAct(), timeline(), elapsed(), clock.now())
                .ifPresent(this::over);
    }

    private Duration untilNext() {
        Duration second = Duration.ofSeconds(1);
        Duration until = cues.next().map(at -> at.minus(elapsed())).orElse(second);
        return until.compareTo(second) < 0 ? until : second;
    }

    Duration elapsed() {
        return Duration.ofNanos(clock.ticker().getAsLong() - startTick);
    }

    private void payBack() {
        await(() -> !response.isApplying(), LAST_APPLY, true);
        if (ending == Ending.ABORT_CONDITION) lookOnceMore();
        hands.letGo(LAST_APPLY);
        reserve.release();
        List<Owed> owed = timeline().undos().owed();
        tell(new Happening.PaybackBegan(ending));
        truth.paybackBegan(clock.now());
        new Payback(world, this::paidBack, this::steadyAgain).pay(owed);
        if (!owed.isEmpty()) lookAgain();
    }

    /** A condition is asked apart from the steady state, and may be seen first: what made it hold belongs before payback. */
    private void lookOnceMore() {
        long since = clock.ticker().getAsLong();
        lastLook = since;
        eyes.lookNow();
        await(() -> lastLook - since > 0, LAST_LOOK, true);
    }

    private Verdict steadyAgain() {
        lookAgain();
        if (await(this::holdsNow, Runbook.PATIENCE, true)) return new Verdict.Holds("every probe");
        boolean isBroken = truth.steadyState().values().stream().anyMatch(Verdict::breaches);
        return isBroken ? new Verdict.Broken(readings()) : new Verdict.Unknown(readings());
    }

    /** What was observed before says nothing of the world as it is now. */
    private void lookAgain() {
        afterwards.from(clock.now(), clock.ticker().getAsLong());
        eyes.lookNow();
    }

    private boolean holdsNow() {
        return afterwards.isSeen() && truth.holds();
    }

    private void paidBack(Happening what) {
        if (what instanceof Happening.Paid paid) truth.paid(paid.number());
        journal.append(what);
    }

    private void settle() {
        if (ending == Ending.REFUSED) return;
        boolean hurried = ending == Ending.SIGNAL;
        BooleanSupplier settled =
                () -> holdsNow() && (hurried || !truth.hadImpact() || truth.isMet(Milestone.RESTORED));
        Duration holding = hurried ? Duration.ZERO : order.runbook().holdFor();
        await(settled, Runbook.PATIENCE.plus(holding), true);
        tell(new Happening.Checked(Moment.AFTER, steadyState()));
        tell(new Happening.NotSent(cues.beats().stream().map(Response::inWords).toList()));
    }

    private void close() {
        try {
            signals.close();
        } catch (DrillException e) {
            LOG.warn("{}", e.getMessage());
        }
        tell(new Happening.Closed(ending, SignalsFile.sha256(journal.folder())));
    }

    private boolean await(BooleanSupplier what, Duration patience) {
        return await(what, patience, false);
    }

    /** Goes on listening until something is true. @param evenIfOver whether the end of the drill is no reason to stop */
    private boolean await(BooleanSupplier what, Duration patience, boolean evenIfOver) {
        long until = clock.ticker().getAsLong() + patience.toNanos();
        while (!what.getAsBoolean()) {
            long left = until - clock.ticker().getAsLong();
            if (left <= 0 || (isOver() && !evenIfOver)) return false;
            mailbox.next(Duration.ofNanos(left)).ifPresent(this::receive);
        }
        return true;
    }

    /** Once the drill is over nothing that a message brings, not even a full disk, may hold up payback. */
    private void receive(Message message) {
        try {
            message.reach(response);
        } catch (DrillException e) {
            if (!isOver()) throw e;
            LOG.warn("not recorded: {}", e.getMessage());
        } catch (RuntimeException e) {
            if (!isOver()) throw e;
            LOG.error("a defect in Drillbook, after the drill was over", e);
        }
    }

    /** Ends it, whatever the disk does. @return whether it is recorded who did, and why */
    boolean abort(Happening.Aborted said, Ending how) {
        over(how);
        if (tell(said)) return true;
        reserve.release(); // the disk may be full
        return tell(said);
    }

    void over(Ending how) {
        if (ending == null) ending = how;
    }

    boolean isOver() {
        return ending != null;
    }

    /** Makes it durable, or throws. */
    void append(Happening what) {
        journal.append(what);
    }

    /** Writes what can be written: the world is put right even where the book cannot be. @return whether it was */
    boolean tell(Happening what) {
        try {
            journal.append(what);
            return true;
        } catch (DrillException e) {
            LOG.warn("not recorded: {}", e.getMessage());
            return false;
        }
    }

    void measured(Message.Measured measured) {
        if (!measured.second().values().isEmpty())
            afterwards.measured(measured.second().at(), clock.ticker().getAsLong());
        signals.append(measured.second());
    }

    void observed(Message.Observed observed) {
        lastLook = observed.asked();
        afterwards.observed(observed.asked());
    }

    Timeline timeline() {
        return Timeline.of(journal.entries());
    }

    Instant now() {
        return clock.now();
    }

    private List<Answered> steadyState() {
        return truth.steadyState().entrySet().stream()
                .map(probe -> new Answered(probe.getKey(), known(probe.getValue())))
                .toList();
    }

    private Verdict known(Verdict observed) {
        return afterwards.isSeen() ? observed : new Verdict.Unknown("it did not answer since the undo was carried out");
    }

    private String readings() {
        return truth.steadyState().entrySet().stream()
                .filter(probe -> !probe.getValue().holds())
                .map(probe -> probe.getKey() + " is " + probe.getValue().inWords())
                .reduce((one, other) -> one + "; " + other)
                .orElse("nothing was measured");
    }
}
