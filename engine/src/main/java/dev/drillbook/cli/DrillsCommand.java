package dev.drillbook.cli;

import dev.drillbook.control.Past;
import dev.drillbook.control.Wire;
import dev.drillbook.wording.Durations;
import dev.drillbook.wording.Numbers;
import dev.drillbook.wording.Times;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The drills of the past. */
@Command(mixinStandardHelpOptions = true, description = "List the drills in reports/, latest first.")
final class DrillsCommand implements Callable<Integer> {
    private final Workplace place;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    DrillsCommand(Workplace place) {
        this.place = place;
    }

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec, json);
        List<Past> drills = Past.forPlayers(place.home(), Instant.now());
        if (json) screen.print(Wire.write(drills));
        else if (drills.isEmpty())
            screen.print("no drills yet in " + place.home().reports());
        else drills.forEach(past -> screen.print(inWords(past)));
        drills.forEach(past -> past.damage().forEach(damage -> screen.warn(past.drill() + "/" + damage)));
        return 0;
    }

    private static String inWords(Past past) {
        return String.format(
                "%-16s %s  %-20s %-10s %-10s %s%s",
                past.drill(),
                Times.utc(past.opened()),
                past.runbook(),
                past.environment(),
                past.ending(),
                Durations.inWords(past.length()),
                past.owed() > 0 ? "  STILL OWED: " + Numbers.count(past.owed(), "undo", "undos") : "");
    }
}
