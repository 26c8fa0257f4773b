package dev.drillbook.control;

import dev.drillbook.drill.DrillClock;
import dev.drillbook.report.Subject.Naming;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Refused;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.undo.Ledger;
import dev.drillbook.undo.Ledger.Debtor;
import dev.drillbook.undo.Settlement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What drills that ended, or whose engine died, still owe; and paying it. */
public final class Debts {
    private static final Logger LOG = LoggerFactory.getLogger(Debts.class);

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
     * @throws Refused when a drill is running on that environment
     */
    public List<Owed> pay(Debtor debtor) {
        return new Settlement(home.locks(), clock.wall(), clock.ticker(), LOG::warn).pay(debtor.folder());
    }
}
