package dev.drillbook.control;

import dev.drillbook.drill.DrillClock;
import dev.drillbook.report.Subject.Naming;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Refused;
import dev.drillbook.timeline.Happening.Ending;
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

    /** Those whose engine died, or runs. */
    private List<Debtor> interrupted(Reporting reporting) {
        return Ledger.all(home.reports())
                .filter(drill -> !drill.isSettled() || isClosedByGuard(drill) && !reporting.isWritten(drill.folder()))
                .toList();
    }

    private static boolean isClosedByGuard(Debtor drill) {
        return drill.timeline().ending().filter(Ending.INTERRUPTED::equals).isPresent();
    }

    /**
     * Pays what drills of dead engines owe, closes their journals and writes them up, those too that a guard paid and
     * closed. One that fails is told, and holds up no other.
     *
     * @param told a line for each drill
     */
    public void settleAll(Reporting reporting, Consumer<String> told) {
        for (Debtor debtor : interrupted(reporting)) {
            try {
                int unpaid = debtor.isSettled() ? 0 : pay(debtor).size();
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
