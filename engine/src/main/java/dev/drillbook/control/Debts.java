package dev.drillbook.control;

import dev.drillbook.drill.DrillClock;
import dev.drillbook.report.Subject.Naming;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Refused;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Happening.WrittenOff;
import dev.drillbook.undo.Ledger;
import dev.drillbook.undo.Ledger.Debtor;
import dev.drillbook.undo.Settlement;
import dev.drillbook.wording.Numbers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What drills that ended, or whose engine died, still owe; and paying it. */
public final class Debts {
    private static final Logger LOG = LoggerFactory.getLogger(Debts.class);
    private static final Duration TO_DIE = Duration.ofSeconds(5);

    private final Home home;
    private final Reporting reporting;
    private final DrillClock clock;

    public Debts(Home home, Reporting reporting, DrillClock clock) {
        this.home = home;
        this.reporting = reporting;
        this.clock = clock;
    }

    /** What there is; running drills are among them. */
    public Ledger.Found look() {
        return Ledger.look(home.reports());
    }

    /** The drills whose engine lives: it pays for them, and what they owe is for the facilitator alone. */
    public Set<String> running() {
        return ControlFile.drills(home.state());
    }

    /** Those whose engine died, or runs. */
    private List<Debtor> interrupted(Ledger.Found found) {
        return found.drills().stream()
                .filter(drill -> !drill.isSettled() || isClosedByGuard(drill) && !reporting.isWritten(drill.folder()))
                .toList();
    }

    private static boolean isClosedByGuard(Debtor drill) {
        return drill.timeline().ending().filter(Ending.INTERRUPTED::equals).isPresent();
    }

    /**
     * Pays what drills of dead engines owe, closes their journals and writes them up, those too that a guard paid and
     * closed. One that fails or cannot be read is told, and holds up no other.
     *
     * @param told a line for each drill
     * @return the drills whose debts it could not pay
     */
    public Set<String> settleAll(Consumer<String> told) {
        Set<String> failed = new HashSet<>();
        Ledger.Found found = look();
        found.unread().forEach(unread -> told.accept(unread.why()));
        for (Debtor debtor : interrupted(found)) {
            try {
                int unpaid = pay(debtor).size();
                if (unpaid > 0) failed.add(debtor.drill());
                told.accept("drill " + debtor.drill() + " was interrupted: "
                        + (unpaid == 0
                                ? "everything is put back"
                                : Numbers.count(unpaid, "undo STAYS", "undos STAY") + " OWED; pay with drillbook undo "
                                        + debtor.drill()));
            } catch (Refused e) {
                // another process performs it
            } catch (RuntimeException e) { // a defect too: it holds up no other
                failed.add(debtor.drill());
                told.accept("drill " + debtor.drill() + " was interrupted: " + e.getMessage());
            }
        }
        return failed;
    }

    /**
     * Ends engines that are stopped: a guard does it too, but may be dead. With kill -9, so that none can act beside who
     * pays, not even when someone lets it go on later.
     *
     * @param isMeant by the drill's id
     * @param told a line for each
     */
    public void endFrozen(Predicate<String> isMeant, Consumer<String> told) {
        for (ControlFile drill : ControlFile.alive(home.state())) {
            if (!isMeant.test(drill.drill()) || !drill.process().isStopped()) continue;
            told.accept("drill " + drill.drill() + ": its engine (process "
                    + drill.process().pid() + ") is stopped, and is ended for good");
            drill.process().end(TO_DIE);
        }
    }

    /**
     * Pays what one drill owes, closes its journal if nobody has, and writes it up, as it is now.
     *
     * @return what stays owed
     * @throws Refused when a drill is running on that environment
     */
    public List<Owed> pay(Debtor debtor) {
        List<Owed> unpaid = debtor.isSettled() ? List.of() : settlement().pay(debtor.folder());
        writeUp(debtor);
        return unpaid;
    }

    /**
     * Takes it on a person that an undo is owed no longer, because its target is gone for good. Nothing is put back.
     *
     * @param number of the undo
     * @throws Invalid when the drill does not owe that one, or no reason is given
     * @throws Refused when a drill is running on that environment
     */
    public void writeOff(Debtor debtor, int number, String who, String why) {
        settlement().writeOff(debtor.folder(), new WrittenOff(number, who, why));
        writeUp(debtor);
    }

    /** What was paid is paid, and the next debtor's turn comes, whatever becomes of the documents. */
    private void writeUp(Debtor debtor) {
        try {
            reporting.write(debtor.folder(), Naming.ROLES, Optional.empty());
        } catch (RuntimeException e) {
            LOG.warn(
                    "drill {} is not written up: {}; again with drillbook report {}",
                    debtor.drill(),
                    e.getMessage(),
                    debtor.drill());
        }
    }

    private Settlement settlement() {
        return new Settlement(home.locks(), clock.wall(), clock.ticker(), LOG::warn);
    }
}
