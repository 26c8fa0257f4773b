package dev.drillbook.cli;

import dev.drillbook.control.Debts;
import dev.drillbook.control.Door;
import dev.drillbook.control.Drills;
import dev.drillbook.control.Home;
import dev.drillbook.control.Reporting;
import dev.drillbook.control.Serving;
import dev.drillbook.drill.DrillClock;
import dev.drillbook.journal.DrillFolders.Unread;
import dev.drillbook.script.Library;
import dev.drillbook.undo.Ledger;
import dev.drillbook.undo.Ledger.Debtor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the commands work with.
 *
 * @param drills made on first use: most commands need none, and start faster
 * @param doors to open while a drill runs
 * @param serving opens what serve serves
 * @param checkSettings throws {@code WrongFile} with all mistakes of {@code drillbook.yaml}
 * @param version of this build
 */
public record Workplace(
        Home home,
        Library library,
        Supplier<Drills> drills,
        List<Door> doors,
        Supplier<Serving> serving,
        Runnable checkSettings,
        String version) {
    Debts debts() {
        return new Debts(home, new Reporting(home.templates()), DrillClock.system());
    }

    /** What whoever works here should know: that a drill which is over still owes something, or may. */
    Optional<String> warning() {
        Set<String> running = debts().running();
        Ledger.Found found = debts().look();
        List<String> warnings =
                new ArrayList<>(found.unread().stream().map(Unread::why).toList());
        List<String> owing = found.debtors().stream()
                .map(Debtor::drill)
                .filter(drill -> !running.contains(drill))
                .toList();
        if (!owing.isEmpty())
            warnings.add(0, "STILL OWED: from drill " + String.join(", ", owing) + "; drillbook undo pays it");
        return warnings.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", warnings));
    }
}
