package dev.drillbook.undo;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Happening.Paid;
import dev.drillbook.timeline.Happening.StaysOwed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Pays owed undos, last in first out, each verified. One failing undo does not stop the others, and is tried again after
 * them. Whatever cannot be recorded is still paid: putting the world right comes before the book.
 */
public final class Payback {
    /** Pauses before what failed is tried again: a service that restarts needs a moment. */
    private static final List<Duration> BACK_OFF = List.of(Duration.ofMillis(500), Duration.ofSeconds(2));

    /** What may come back counts as paid once it has not for this long, and stays owed when it still does at the end. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final World world;
    private final Consumer<Happening> record;
    private final Supplier<Verdict> steady;

    /**
     * @param record told what became of each undo; what it throws is swallowed
     * @param steady asked, at the end, of the whole steady state, for undos that were left alone; may wait
     */
    public Payback(World world, Consumer<Happening> record, Supplier<Verdict> steady) {
        this.world = world;
        this.record = record;
        this.steady = steady;
    }

    /**
     * @param owed the last one to be owed first
     * @return those that stay owed
     */
    public List<Owed> pay(List<Owed> owed) {
        return pay(owed, List.of());
    }

    /**
     * The same, where some of the drill's are not to be tried.
     *
     * @return those of the first that stay owed
     */
    List<Owed> pay(List<Owed> owed, List<Owed> untried) {
        List<Settled> waiting = new ArrayList<>();
        List<Settled> failed = tried(owed, waiting);
        if (!failed.isEmpty()) failed = triedAgain(failed, waiting);
        List<Owed> unpaid = new ArrayList<>();
        failed.forEach(settled -> staysOwed(settled.owed, settled.failure, unpaid));
        Leavings leavings = Leavings.of(
                Stream.concat(owed.stream(), untried.stream()), Stream.concat(unpaid.stream(), untried.stream()));
        for (Settled settled : waiting)
            if (leavings.areStillMade(settled.owed))
                staysOwed(settled.owed, "the fault that leaves it behind is still there", unpaid);
            else if (!settled.isLeftAlone()) conclude(settled, unpaid);
        judge(waiting.stream().filter(Settled::isLeftAlone).toList(), unpaid);
        return unpaid;
    }

    /** @return those that fail for good */
    private List<Settled> triedAgain(List<Settled> failing, List<Settled> waiting) {
        List<Settled> failed = failing;
        for (Duration pause : BACK_OFF) {
            if (failed.isEmpty()) break;
            LockSupport.parkNanos(pause.toNanos());
            failed = tried(owed(failed), waiting, Settled::afterAFailure);
        }
        // those that came before their turn may have seen the value of a later fault, and left that alone
        List<Settled> alone = waiting.stream().filter(Settled::isLeftAlone).toList();
        waiting.removeAll(alone);
        List<Settled> all = new ArrayList<>(failed);
        all.addAll(tried(owed(alone), waiting));
        return all;
    }

    private static List<Owed> owed(List<Settled> settled) {
        return settled.stream().map(Settled::owed).toList();
    }

    private List<Settled> tried(List<Owed> owed, List<Settled> waiting) {
        return tried(owed, waiting, UnaryOperator.identity());
    }

    /**
     * Tries each once, and tells what it came to where that is known.
     *
     * @param waiting given those of which it shows only at the end: left alone, or they may come back
     * @param seenAs what the outcome of a try means
     * @return those that failed
     */
    private List<Settled> tried(List<Owed> owed, List<Settled> waiting, UnaryOperator<Settled> seenAs) {
        List<Settled> failed = new ArrayList<>();
        for (Owed one : owed) {
            Settled settled = seenAs.apply(tried(one));
            if (!settled.isPaid()) failed.add(settled);
            else if (settled.isLeftAlone() || one.undo().mayComeBack()) waiting.add(settled);
            else paid(settled);
        }
        return failed;
    }

    private void conclude(Settled mayComeBack, List<Owed> unpaid) {
        Settled settled = outlasted(mayComeBack);
        if (settled.isPaid()) paid(settled);
        else staysOwed(settled.owed, settled.failure, unpaid);
    }

    /** Pays again for as long as it comes back, because a service needs a moment to see that its fault is gone. */
    private Settled outlasted(Settled first) {
        long begin = System.nanoTime();
        long quietSince = begin;
        Settled latest = first;
        while (System.nanoTime() - quietSince < QUIET.toNanos()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            Verdict gone = first.owed.undo().gone(world);
            if (gone.holds()) {
                latest = new Settled(first.owed, latest.payment, gone, null);
            } else if (System.nanoTime() - begin > LONGEST.toNanos()) {
                return Settled.failed(first.owed, (gone.breaches() ? "it keeps coming back: " : "") + gone.inWords());
            } else {
                Settled again = tried(first.owed);
                if (again.isPaid()) latest = latest.and(again);
                quietSince = System.nanoTime();
            }
        }
        return latest;
    }

    private void paid(Settled settled) {
        tell(new Paid(settled.owed.number(), settled.payment, settled.gone));
    }

    private void judge(List<Settled> leftAlone, List<Owed> unpaid) {
        if (leftAlone.isEmpty()) return;
        Verdict now = steady.get();
        for (Settled settled : leftAlone) {
            if (unpaid.stream().anyMatch(other -> other.number() > settled.owed.number()))
                // it may be the value of a later fault that was left alone, and no person's
                staysOwed(settled.owed, settled.payment.inWords() + ", and a later fault is still there", unpaid);
            else if (now.holds()) paid(settled);
            else
                staysOwed(
                        settled.owed, settled.payment.inWords() + ", and the steady state is " + now.inWords(), unpaid);
        }
    }

    private void staysOwed(Owed owed, String why, List<Owed> unpaid) {
        unpaid.add(owed);
        tell(new StaysOwed(owed.number(), why));
    }

    private Settled tried(Owed owed) {
        FutureTask<Settled> task = new FutureTask<>(() -> payAndVerify(owed));
        Thread payer = new Thread(task, "undo " + owed.number());
        payer.setDaemon(true);
        start(payer, task);
        try {
            return task.get(owed.undo().patience().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return Settled.failed(
                    owed, "no answer within " + owed.undo().patience().toSeconds() + " s");
        } catch (ExecutionException e) {
            return Settled.failed(owed, reason(e.getCause()));
        } catch (InterruptedException e) {
            // an undo is never given up because someone is in a hurry: the interrupt waits until all is paid
            return interrupted(owed);
        }
    }

    /** Where no thread can be had, here: without the bound on its time, which is better than not at all. */
    private static void start(Thread payer, FutureTask<Settled> task) {
        try {
            payer.start();
        } catch (OutOfMemoryError noThread) {
            task.run();
        }
    }

    private Settled interrupted(Owed owed) {
        Settled settled = tried(owed);
        Thread.currentThread().interrupt();
        return settled;
    }

    private Settled payAndVerify(Owed owed) {
        Undo undo = owed.undo();
        Payment payment = undo.pay(world);
        Verdict gone = undo.gone(world);
        return gone.holds() || undo.mayComeBack()
                ? new Settled(owed, payment, gone, null)
                : Settled.failed(owed, payment.inWords() + ", but the fault is " + gone.inWords());
    }

    private void tell(Happening what) {
        try {
            record.accept(what);
        } catch (DrillException e) {
            // a full disk must not keep the next undo from being paid; the journal shows the gap as still owed
        }
    }

    private static String reason(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** What one undo came to. @param failure why it stays owed, or null */
    private record Settled(Owed owed, Payment payment, Verdict gone, String failure) {
        static Settled failed(Owed owed, String why) {
            return new Settled(owed, null, null, why);
        }

        boolean isPaid() {
            return failure == null;
        }

        /** What is right by now may be what a try did before it failed. */
        Settled afterAFailure() {
            return payment instanceof Payment.AlreadyRight right
                    ? new Settled(owed, new Payment.AlreadyRight(right.detail(), true), gone, failure)
                    : this;
        }

        boolean isLeftAlone() {
            return payment instanceof Payment.LeftAlone;
        }

        /** @param later another payment of the same */
        Settled and(Settled later) {
            return new Settled(owed, payment.and(later.payment), later.gone, null);
        }
    }
}
