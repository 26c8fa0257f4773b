package dev.drillbook.undo;

import dev.drillbook.runbook.Busy;
import dev.drillbook.timeline.Happening.Cause;
import dev.drillbook.timeline.Happening.GuardTookOver;
import dev.drillbook.timeline.Happening.Owed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;

/**
 * The guard: a small process beside the engine of a drill. When that is gone, frozen, or lets a fault outlive its lease,
 * the guard pays what the journal says is owed, closes the journal, and ends. A journal that is closed ends its duty,
 * whatever stays owed: it was told, and whoever is in charge pays it with {@code drillbook undo}.
 */
public final class Guard {
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration TO_DIE = Duration.ofSeconds(10);
    private static final Duration FOR_THE_LOCK = Duration.ofMinutes(2);
    private static final long RETRY_MILLIS = 50;

    private final Duty duty;
    private final GuardLog log;
    private final Leases leases = new Leases();
    private final JournalSoFar journal;
    private long lookedAt = System.nanoTime();

    private Guard(Duty duty, GuardLog log) {
        this.duty = duty;
        this.log = log;
        this.journal = new JournalSoFar(duty.drill());
    }

    /** Says {@code ready} on standard output once it can pay. @param words a {@link Duty} */
    public static void main(String[] words) {
        // it ends when its engine lets it go: whoever ends everything else must not end it first. They are caught, not
        // ignored: a service that it starts to pay an undo would inherit that
        for (String name : List.of("HUP", "INT", "TERM")) Signals.register(name, () -> {});
        Duty duty = Duty.of(words);
        GuardLog log = new GuardLog(duty.drill());
        int exit = 70;
        try {
            exit = new Guard(duty, log).stand();
        } catch (RuntimeException | Error | InterruptedException e) {
            log.tell("the guard failed: " + e + "; pay with drillbook undo "
                    + duty.drill().getFileName());
        }
        System.exit(exit);
    }

    private int stand() throws InterruptedException {
        Heartbeat heartbeat = Heartbeat.of(System.in);
        journal.timeline();
        System.out.println(GuardProcess.READY);
        Cause cause = needed(heartbeat);
        if (journal.isDone()) return 0;
        if (cause != Cause.ENGINE_GONE) endEngine();
        return takeOver(cause);
    }

    private Cause needed(Heartbeat heartbeat) throws InterruptedException {
        while (true) {
            if (heartbeat.listens(TICK)) System.out.println(GuardProcess.ANSWER);
            if (heartbeat.isOver()) return Cause.ENGINE_GONE;
            if (heartbeat.silence().compareTo(duty.heartbeat()) > 0) return Cause.ENGINE_FROZEN;
            if (isLeaseOver()) return Cause.LEASE_OVER;
        }
    }

    /** Looking now and then also keeps warm what it needs for paying. */
    private boolean isLeaseOver() {
        long now = System.nanoTime();
        if (now - lookedAt < BETWEEN_LOOKS.toNanos()) return false;
        lookedAt = now;
        return journal.timeline().filter(drill -> leases.isOver(drill, now)).isPresent();
    }

    /** With kill -9, so that it can never act beside us, not even when someone lets it go on later. */
    private void endEngine() {
        duty.engine().end(TO_DIE);
    }

    /** The locks come free with the engine's death; someone who pays by hand may be quicker. */
    private int takeOver(Cause cause) throws InterruptedException {
        Settlement settlement = new Settlement(duty.locks(), Clock.systemUTC(), System::nanoTime, log::tell);
        long until = System.nanoTime() + FOR_THE_LOCK.toNanos();
        while (!journal.isDone()) {
            try {
                return settled(settlement, cause);
            } catch (Busy e) {
                if (System.nanoTime() > until) throw e;
                TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
            }
        }
        return 0;
    }

    /** @throws Busy while the engine, or someone who pays, lives */
    private int settled(Settlement settlement, Cause cause) throws InterruptedException {
        if (duty.engine().isAlive()) throw new Busy("process " + duty.engine().pid() + ", the engine, does not end");
        return told(settlement.takeOver(duty.drill(), new GuardTookOver(cause)));
    }

    private int told(List<Owed> unpaid) {
        for (Owed owed : unpaid)
            log.tell("STILL OWED: undo of " + owed.fault() + why(owed) + "; pay it with drillbook undo "
                    + duty.drill().getFileName() + ", or by hand: " + owed.typed());
        return unpaid.isEmpty() ? 0 : 4;
    }

    private String why(Owed owed) {
        return journal.timeline()
                .flatMap(drill -> drill.undos().whyOwed(owed.number()))
                .map(why -> " (" + why + ")")
                .orElse("");
    }
}
