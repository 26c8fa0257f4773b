package dev.drillbook.control;

import dev.drillbook.drill.DrillClock;
import dev.drillbook.environment.BoundWorld;
import dev.drillbook.environment.EnvironmentLock;
import dev.drillbook.journal.Journal;
import dev.drillbook.journal.SignalsFile;
import dev.drillbook.report.Subject.Naming;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Refused;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.undo.Ledger;
import dev.drillbook.undo.Ledger.Debtor;
import dev.drillbook.undo.Payback;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What drills that ended, or whose engine died, still owe; and paying it. */
public final class Debts {
    private static final Logger LOG = LoggerFactory.getLogger(Debts.class);
    private static final Duration ONE_UNDO = Duration.ofSeconds(30);

    private final Home home;
    private final DrillClock clock;

    public Debts(Home home, DrillClock clock) {
        this.home = home;
        this.clock = clock;
    }

    public List<Debtor> debtors() {
        return Ledger.debtors(home.reports());
    }

    /** Those that owe something or were never closed: their engine died, or runs. */
    public List<Debtor> unsettled() {
        return Ledger.unsettled(home.reports());
    }

    /**
     * Pays what drills of dead engines owe, closes their journals and writes them up. One that fails is told, and holds
     * up no other.
     *
     * @param told a line for each drill
     */
    public void settleAll(Reporting reporting, Consumer<String> told) {
        for (Debtor debtor : unsettled()) {
            try {
                int unpaid = pay(debtor).size();
                reporting.write(debtor.folder(), Naming.ROLES, Optional.empty());
                told.accept("drill " + debtor.drill() + " was interrupted: "
                        + (unpaid == 0
                                ? "everything is put back"
                                : unpaid + " undo(s) STAY OWED; pay them with drillbook undo " + debtor.drill()));
            } catch (Refused e) {
                // another process performs it
            } catch (DrillException e) {
                told.accept("drill " + debtor.drill() + " was interrupted: " + e.getMessage());
            }
        }
    }

    /**
     * Pays what one drill owes, and closes its journal if nobody has.
     *
     * @return what stays owed
     * @throws dev.drillbook.runbook.Refused when a drill is running on that environment
     */
    @SuppressWarnings("try") // the lock is held, not used
    public List<Owed> pay(Debtor debtor) {
        try (EnvironmentLock lock = EnvironmentLock.take(home.locks(), debtor.environment());
                Journal journal = Journal.goOn(debtor.folder(), clock.wall(), clock.ticker())) {
            Timeline timeline = Timeline.of(journal.entries());
            var world = BoundWorld.unmeasured(timeline.opened().inputs());
            if (!timeline.isClosed()) tell(journal, new Happening.PaybackBegan(Ending.INTERRUPTED));
            // nothing is measured here, so what a person set meanwhile cannot be called right: it stays owed
            List<Owed> unpaid =
                    new Payback(world, what -> tell(journal, what), () -> false, ONE_UNDO).pay(timeline.owed());
            if (!timeline.isClosed())
                tell(journal, new Happening.Closed(Ending.INTERRUPTED, SignalsFile.sha256(debtor.folder())));
            return unpaid;
        }
    }

    private static void tell(Journal journal, Happening what) {
        try {
            journal.append(what);
        } catch (DrillException e) {
            LOG.warn("not recorded: {}", e.getMessage());
        }
    }
}
