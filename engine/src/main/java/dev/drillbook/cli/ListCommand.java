package dev.drillbook.cli;

import dev.drillbook.control.Wire;
import dev.drillbook.script.Library;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The runbooks there are. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "List the runbooks in runbooks/.")
final class ListCommand implements Callable<Integer> {
    private final Workplace place;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    ListCommand(Workplace place) {
        this.place = place;
    }

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec, json);
        List<Library.Listed> all = place.library().list();
        if (json) screen.print(Wire.write(all));
        else if (all.isEmpty())
            screen.print("no runbooks yet in " + place.home().runbooks() + ": drillbook new NAME writes one");
        else all.forEach(one -> screen.print(one.inWords()));
        return 0;
    }
}
