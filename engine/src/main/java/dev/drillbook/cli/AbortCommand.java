package dev.drillbook.cli;

import dev.drillbook.control.Exit;
import dev.drillbook.control.Remote;
import dev.drillbook.control.Verb;
import dev.drillbook.environment.StopSwitch;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.timeline.Who;
import dev.drillbook.undo.Ledger;
import dev.drillbook.wording.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The verb, and the switch that stops every drill. */
@Command
final class AbortCommand extends VerbCommand {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Option(
            names = "--all",
            description =
                    "Stop every drill, whoever started it, and let none start until --lift. TEXT says why, as in abort.")
    private boolean all;

    @Option(names = "--lift", description = "Let drills start again.")
    private boolean lift;

    AbortCommand(Workplace place) {
        super(place, Verb.ABORT);
    }

    @Override
    public Integer call() {
        refuseContradictions();
        if (lift) return lift();
        return all ? stopAll() : super.call();
    }

    private void refuseContradictions() {
        if (all && lift) throw new Invalid("--all and --lift are opposites: say one of them");
        if ((all || lift) && environment().isPresent())
            throw new Invalid((all ? "--all" : "--lift") + " is for every environment: leave out --environment "
                    + environment().get() + (all ? ", or --all to end only the drill there" : ""));
    }

    private StopSwitch stop() {
        return new StopSwitch(place().home().stopped());
    }

    private int lift() {
        answer(stop().lift() ? "drills may start again" : "nothing was stopped");
        return Exit.DONE.code();
    }

    private int stopAll() {
        stop().stop(new StopSwitch.Thrown(Who.named(who()), text(), Instant.now()));
        screen().tell("no drill starts any more; lift that with drillbook abort --lift");
        List<String> running = Remote.running(place().home());
        running.forEach(drill -> screen().tell("ending " + drill + ", everything is put back first"));
        awaitEnd();
        Ledger.Found found = place().debts().look();
        int owed = found.debtors().stream().mapToInt(Ledger.Debtor::count).sum();
        if (owed == 0) found.whole(); // or tells why that is not known
        answer("no drill runs, "
                + (owed == 0 ? "nothing is owed" : Numbers.count(owed, "undo is", "undos are") + " owed"));
        if (owed > 0) screen().warn("STILL OWED: " + Numbers.count(owed, "undo", "undos") + ": drillbook undo");
        return (owed == 0 ? Exit.DONE : Exit.STILL_OWED).code();
    }

    private void awaitEnd() {
        Instant until = Instant.now().plus(PATIENCE);
        while (!Remote.running(place().home()).isEmpty()) {
            if (Instant.now().isAfter(until))
                throw new DrillException("these still run after " + PATIENCE.toMinutes() + " min: "
                        + String.join(", ", Remote.running(place().home())) + "; look at their terminals");
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
