package dev.drillbook.cli;

import dev.drillbook.control.Wire;
import dev.drillbook.target.Catalogue;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What can be broken. */
@Command(
        mixinStandardHelpOptions = true,
        description = "List what a runbook can break, ask and repair, with a line of each.")
final class FaultsCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** The form of {@code --json}. @param does what it does, to follow its name @param example one line of a runbook */
    record Listed(String name, String does, String example) {
        static Listed of(Catalogue.Noun noun) {
            return new Listed(noun.name(), noun.does(), noun.example());
        }
    }

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec, json);
        List<Listed> nouns = Catalogue.pages().stream().map(Listed::of).toList();
        if (json) screen.print(Wire.write(nouns));
        else
            for (Listed noun : nouns)
                screen.print(String.format("%-10s %s%n           %s", noun.name(), noun.does(), noun.example()));
        return 0;
    }
}
