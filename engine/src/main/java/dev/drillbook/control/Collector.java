package dev.drillbook.control;

import dev.drillbook.journal.DrillFolders.Unread;
import dev.drillbook.runbook.Refused;
import dev.drillbook.undo.Ledger;
import dev.drillbook.undo.Ledger.Debtor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pays, for as long as it is open, what could not be paid when it was due: again and again, less and less often, from ten
 * seconds to ten minutes apart. People are told when something stays owed, and when it no longer is.
 */
public final class Collector implements Door {
    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);
    private static final Duration PACE = Duration.ofSeconds(2);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Debts debts;
    private final Notices notices;
    private final Clock clock;
    private final Map<String, Attempt> attempts = new HashMap<>();
    private List<Unread> told = List.of();
    private volatile boolean mayBeNew = true;

    /** @param pause how long after the attempt the next one comes @param isTold whether people know that it stays owed */
    private record Attempt(Instant at, Duration pause, boolean isTold) {
        boolean isRecent(Instant now) {
            return now.isBefore(at.plus(pause));
        }

        Attempt next(Instant now) {
            Duration twice = pause.multipliedBy(2);
            return new Attempt(now, twice.compareTo(LONGEST) > 0 ? LONGEST : twice, isTold);
        }
    }

    public Collector(Debts debts, Notices notices, Clock clock) {
        this.debts = debts;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public AutoCloseable open(Drills drills) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "collector");
            daemon.setDaemon(true);
            return daemon;
        });
        Runnable enough = drills.onStart(this::looksAfter);
        drills.running().forEach(this::looksAfter);
        thread.scheduleWithFixedDelay(() -> look(drills), 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
        return () -> {
            enough.run();
            thread.shutdown(); // what is being paid is paid to its end, and told if that is soon
            thread.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        };
    }

    private void looksAfter(LiveDrill drill) {
        drill.finished().whenComplete((finished, lost) -> mayBeNew = true);
    }

    /**
     * Tries what is due now. Not what a drill owes that still runs here: it pays for itself. All journals are read for
     * that, so only where something may be owed.
     */
    void look(Drills drills) {
        Instant now = clock.instant();
        if (!mayBeNew && attempts.values().stream().allMatch(attempt -> attempt.isRecent(now))) return;
        mayBeNew = false;
        try {
            Ledger.Found found = debts.look();
            List<Debtor> debtors = found.debtors();
            attempts.keySet().retainAll(debtors.stream().map(Debtor::drill).toList()); // some were paid by hand
            unread(found.unread());
            for (Debtor debtor : debtors)
                if (drills.running().stream().noneMatch(drill -> drill.id().equals(debtor.drill()))) attempt(debtor);
        } catch (RuntimeException | Error e) { // one that ended it would leave all others owed
            LOG.error("what is owed cannot be read: {}", e.toString());
            mayBeNew = true;
        }
    }

    /** What cannot be read may be one day, and may owe something: it is looked at again each time, and told once. */
    private void unread(List<Unread> now) {
        if (!now.isEmpty()) mayBeNew = true;
        for (Unread one : now) if (!told.contains(one)) notices.tell("owed", "Something may be OWED: " + one.why());
        told = List.copyOf(now);
    }

    private void attempt(Debtor debtor) {
        Attempt last = attempts.get(debtor.drill());
        if (last != null && last.isRecent(clock.instant())) return;
        try {
            int unpaid = debts.pay(debtor).size();
            if (unpaid == 0) paid(debtor);
            else unpaid(debtor, unpaid, last);
        } catch (Refused e) {
            // someone else pays, or the drill runs in another process: soon again
            attempts.put(debtor.drill(), new Attempt(clock.instant(), SHORTEST, last != null && last.isTold()));
        } catch (RuntimeException e) {
            LOG.error("drill {}: {}", debtor.drill(), e.getMessage());
            unpaid(debtor, Math.max(1, debtor.timeline().undos().owed().size()), last);
        }
    }

    private void paid(Debtor debtor) {
        attempts.remove(debtor.drill());
        notices.tell("paid", "Drill " + debtor.drill() + ": everything is put back on " + debtor.environment());
    }

    private void unpaid(Debtor debtor, int count, Attempt last) {
        Attempt next = later(last);
        attempts.put(debtor.drill(), new Attempt(next.at(), next.pause(), true));
        if (!next.isTold())
            notices.tell(
                    "owed",
                    "Drill " + debtor.drill() + " STILL OWES " + count + (count == 1 ? " undo" : " undos") + " on "
                            + (debtor.environment().isEmpty() ? "nobody knows where" : debtor.environment())
                            + ": Drillbook goes on trying; by hand: drillbook undo --list");
    }

    private Attempt later(Attempt last) {
        return last == null ? new Attempt(clock.instant(), SHORTEST, false) : last.next(clock.instant());
    }
}
