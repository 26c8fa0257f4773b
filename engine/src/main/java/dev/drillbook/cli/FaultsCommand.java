package dev.drillbook.cli;

import dev.drillbook.target.Catalogue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What can be broken. */
@Command(
        mixinStandardHelpOptions = true,
        description = "List what a runbook can break, ask and repair, with a line of each.")
final class FaultsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec, false);
        for (Catalogue.Noun noun : Catalogue.pages())
            screen.print(String.format("%-10s %s%n           %s", noun.name(), noun.does(), noun.example()));
        return 0;
    }
}
