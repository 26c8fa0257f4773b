package dev.drillbook.cli;

import dev.drillbook.control.Debts;
import dev.drillbook.control.Exit;
import dev.drillbook.control.Wire;
import dev.drillbook.journal.DrillFolders;
import dev.drillbook.journal.DrillFolders.Unread;
import dev.drillbook.runbook.Busy;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Refused;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.undo.Ledger;
import dev.drillbook.undo.Ledger.Debtor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Pays what drills still owe, or takes it on a person that nobody will. */
@Command(
        mixinStandardHelpOptions = true,
        description = "List what is still owed, as what a person could type, and pay it.",
        footer = "Exit 4 when something stays owed, 3 beside a drill that runs; with --list 0. What cannot be read: 3.")
final class UndoCommand implements Callable<Integer> {
    private static final Duration A_GUARDS_TIME = Duration.ofSeconds(5);

    private final Workplace place;

    @Parameters(arity = "0..1", paramLabel = "DRILL", description = "Only this drill's.")
    private String drill;

    @Option(names = "--list", description = "Only list; pay nothing.")
    private boolean listOnly;

    @Option(names = "--facilitator", description = "Show what running drills owe as well, which tells what they broke.")
    private boolean facilitator;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @ArgGroup(exclusive = false, heading = "An undo whose target is gone for good, and that nobody can pay:%n")
    private WriteOff writeOff;

    @Spec
    private CommandSpec spec;

    UndoCommand(Workplace place) {
        this.place = place;
    }

    private static final class WriteOff {
        @Option(
                names = "--write-off",
                required = true,
                paramLabel = "NUMBER",
                description = "Record that this undo of the drill is owed no longer. It puts nothing back.")
        private int number;

        @Option(names = "--because", required = true, paramLabel = "TEXT", description = "Why: it is in the report.")
        private String why;

        @Option(names = "--as", paramLabel = "WHO", description = "Who answers for it, where not your user name.")
        private String who = System.getProperty("user.name");
    }

    /** One undo as it is printed. @param owed whether it still is, afterwards @param why the last try failed */
    private record Line(
            String drill,
            String environment,
            int number,
            String fault,
            String undo,
            boolean owed,
            Optional<String> why) {}

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec, json);
        Debts debts = place.debts();
        if (writeOff != null) return writeOff(debts, screen);
        if (!listOnly) debts.endFrozen(this::isMeant, screen::warn);
        Ledger.Found found = debts.look();
        // read last, so that one which begins meanwhile is no debtor yet
        List<String> running = facilitator ? List.of() : meant(debts.running());
        List<Debtor> debtors = found.debtors().stream()
                .filter(debtor -> isMeant(debtor.drill()) && !running.contains(debtor.drill()))
                .toList();
        List<Unread> unread = found.unread().stream().filter(this::isMeant).toList();
        if (debtors.isEmpty() && unread.isEmpty()) onlyKnown();
        List<Line> lines = new ArrayList<>();
        for (Debtor debtor : debtors) lines.addAll(settle(debts, debtor, screen));
        for (String one : running)
            screen.tell(runs(one) + "nothing to pay now (--facilitator shows what it would owe)");
        if (json) screen.print(Wire.write(lines));
        else if (debtors.isEmpty() && running.isEmpty() && unread.isEmpty()) screen.print("nothing is owed");
        unread.forEach(one -> screen.warn(one.why()));
        boolean staysOwed =
                lines.stream().anyMatch(Line::owed) || debtors.stream().anyMatch(Debtor::mayOweMore);
        return exit(staysOwed, !running.isEmpty(), !unread.isEmpty()).code();
    }

    /** Nobody vouches for a drill that runs, whatever it broke: exit 4 would tell that it broke something. */
    private Exit exit(boolean staysOwed, boolean isOneRunning, boolean isOneUnread) {
        if (staysOwed && !listOnly) return Exit.STILL_OWED;
        return isOneUnread || isOneRunning && !listOnly ? Exit.REFUSED : Exit.DONE;
    }

    private boolean isMeant(String one) {
        return drill == null || drill.equals(one);
    }

    /** That not even the folder of all drills could be read concerns each of them. */
    private boolean isMeant(Unread unread) {
        return unread.folder().equals(place.home().reports())
                || isMeant(unread.folder().getFileName().toString());
    }

    private List<String> meant(Collection<String> drills) {
        return drills.stream().filter(this::isMeant).toList();
    }

    private static String runs(String drill) {
        return "drill " + drill + " runs: it puts everything back itself; ";
    }

    private void onlyKnown() {
        if (drill != null && !DrillFolders.isOne(place.home().reports().resolve(drill)))
            throw new Invalid("no drill '" + drill + "' in " + place.home().reports() + ": see drillbook drills");
    }

    private List<Line> settle(Debts debts, Debtor debtor, Screen screen) {
        List<Owed> owed = debtor.timeline().undos().owed();
        if (!json) owed.forEach(one -> screen.print(inWords(debtor, one)));
        if (debtor.mayOweMore())
            screen.warn(debtor.drill() + " may owe more: it was never closed, and of its journal.jsonl line "
                    + debtor.lostLines().get(0) + " cannot be read any more");
        Debtor after = listOnly ? debtor : pay(debts, debtor, screen);
        return lines(debtor, after);
    }

    /** Of what was owed, and what became of it. */
    private static List<Line> lines(Debtor before, Debtor after) {
        return before.timeline().undos().owed().stream()
                .map(owed -> line(before, owed, after.timeline()))
                .toList();
    }

    private static Line line(Debtor before, Owed owed, Timeline after) {
        boolean stays = after.undos().owed().contains(owed);
        return new Line(
                before.drill(),
                before.environment(),
                owed.number(),
                owed.fault(),
                owed.typed(),
                stays,
                after.undos().whyOwed(owed.number()).filter(why -> stays));
    }

    /** One that cannot be paid now, such as that of a drill that runs, keeps no other from being paid. */
    private static Debtor pay(Debts debts, Debtor debtor, Screen screen) {
        try {
            List<Owed> unpaid = payInTurn(debts, debtor);
            Debtor after = debtor.now();
            tell(after, unpaid, screen);
            return after;
        } catch (RuntimeException e) { // a defect too
            screen.warn(debtor.drill() + ": STILL OWED: " + e.getMessage());
            return debtor; // some may be paid: told as owed, which trying again puts right
        }
    }

    /** Where its engine is dead and its environment taken, its guard pays, mostly: that takes a moment. */
    private static List<Owed> payInTurn(Debts debts, Debtor debtor) {
        long until = System.nanoTime() + A_GUARDS_TIME.toNanos();
        while (true) {
            try {
                return debts.pay(debtor.now());
            } catch (Busy e) {
                if (debts.running().contains(debtor.drill()) || System.nanoTime() > until) throw e;
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private static String inWords(Debtor debtor, Owed owed) {
        return debtor.drill() + " owes undo " + owed.number() + ", of " + owed.fault() + ":\n    " + owed.typed();
    }

    /** @param unpaid what could not be put back; what else the journal owes could not be recorded as paid */
    private static void tell(Debtor debtor, List<Owed> unpaid, Screen screen) {
        List<Owed> owed = debtor.timeline().undos().owed();
        if (owed.isEmpty()) screen.tell(debtor.drill() + ": everything was put back");
        for (Owed one : owed)
            screen.warn(debtor.drill() + ": STILL OWED: undo " + one.number() + ": "
                    + (unpaid.contains(one)
                            ? debtor.timeline().undos().whyOwed(one.number()).orElse("it could not be put back")
                            : "put back, but that could not be recorded: free some space and say it again"));
        if (!unpaid.isEmpty())
            screen.warn("Try again when that is set right; where nobody can: drillbook undo " + debtor.drill()
                    + " --write-off NUMBER --because TEXT");
    }

    private int writeOff(Debts debts, Screen screen) {
        if (listOnly)
            throw new Invalid("--list changes nothing, and --write-off takes an undo off for good: say one of them");
        Debtor before = whose(debts);
        debts.writeOff(before, writeOff.number, writeOff.who, writeOff.why);
        Debtor after = before.now();
        screen.tell(drill + ": undo " + writeOff.number + " is written off by " + writeOff.who
                + "; nothing was put back, and the report says so");
        if (json) screen.print(Wire.write(lines(before, after)));
        int owed = after.count();
        if (owed > 0) screen.warn(drill + ": STILL OWED: " + owed + " more; see drillbook undo " + drill + " --list");
        return (owed > 0 ? Exit.STILL_OWED : Exit.DONE).code();
    }

    private Debtor whose(Debts debts) {
        if (drill == null)
            throw new Invalid("--write-off needs to know whose: drillbook undo DRILL --write-off NUMBER");
        if (debts.running().contains(drill)) throw new Busy(runs(drill) + "end it with drillbook abort");
        Ledger.Found found = debts.look();
        found.unread().stream().filter(this::isMeant).findFirst().ifPresent(unread -> {
            throw new Refused(unread.why());
        });
        return found.debtors().stream()
                .filter(one -> one.drill().equals(drill))
                .findFirst()
                .orElseThrow(() -> new Invalid("drill '" + drill + "' owes nothing: see drillbook undo --list"));
    }
}
