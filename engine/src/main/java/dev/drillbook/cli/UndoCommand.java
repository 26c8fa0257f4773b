package dev.drillbook.cli;

import dev.drillbook.control.Debts;
import dev.drillbook.control.Exit;
import dev.drillbook.drill.DrillClock;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.undo.Ledger.Debtor;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Pays what drills still owe. */
@Command(
        mixinStandardHelpOptions = true,
        description = "List what is still owed, as what a person could type, and pay it.",
        footer = "Exit 4 when something stays owed.")
final class UndoCommand implements Callable<Integer> {
    private final Workplace place;

    @Parameters(arity = "0..1", paramLabel = "DRILL", description = "Only this drill's.")
    private String drill;

    @Option(names = "--list", description = "Only list; pay nothing.")
    private boolean listOnly;

    @Spec
    private CommandSpec spec;

    UndoCommand(Workplace place) {
        this.place = place;
    }

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec, false);
        Debts debts = new Debts(place.home(), DrillClock.system());
        List<Debtor> debtors = debts.debtors().stream()
                .filter(debtor -> drill == null || debtor.drill().equals(drill))
                .toList();
        if (debtors.isEmpty()) return nothingOwed(screen);
        boolean allPaid = true;
        for (Debtor debtor : debtors) allPaid &= settle(debts, debtor, screen);
        return (allPaid ? Exit.DONE : Exit.STILL_OWED).code();
    }

    private int nothingOwed(Screen screen) {
        if (drill != null
                && !dev.drillbook.journal.Journal.isIn(place.home().reports().resolve(drill)))
            throw new Invalid("no drill '" + drill + "' in " + place.home().reports() + ": see drillbook drills");
        screen.print("nothing is owed");
        return Exit.DONE.code();
    }

    private boolean settle(Debts debts, Debtor debtor, Screen screen) {
        for (Owed owed : debtor.timeline().owed())
            screen.print(debtor.drill() + " owes the undo of " + owed.fault() + ":\n    " + owed.typed());
        if (listOnly) return true;
        List<Owed> unpaid = debts.pay(debtor);
        if (unpaid.isEmpty()) screen.print(debtor.drill() + ": everything was put back");
        else screen.warn(debtor.drill() + ": STILL OWED: " + unpaid.size() + " undo(s); the journal says why");
        return unpaid.isEmpty();
    }
}
