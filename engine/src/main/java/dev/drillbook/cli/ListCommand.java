package dev.drillbook.cli;

import dev.drillbook.control.Wire;
import dev.drillbook.runbook.Mistake;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.script.Library;
import dev.drillbook.wording.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The runbooks there are. */
@Command(mixinStandardHelpOptions = true, description = "List the runbooks in runbooks/.")
final class ListCommand implements Callable<Integer> {
    private final Workplace place;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--facilitator", description = "Show tags as well, which may give the answer away.")
    private boolean facilitator;

    @Spec
    private CommandSpec spec;

    ListCommand(Workplace place) {
        this.place = place;
    }

    /** The form of {@code --json}. @param tags for facilitators, else nothing is said of them @param mistakes why it cannot be run */
    record Listed(
            String id,
            Optional<String> title,
            Optional<Integer> severity,
            Optional<List<String>> tags,
            List<String> mistakes) {}

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec, json);
        List<Listed> all = place.library().entries().stream().map(this::listed).toList();
        if (json) screen.print(Wire.write(all));
        else if (all.isEmpty())
            screen.print("no runbooks yet in " + place.home().runbooks() + ": drillbook new NAME writes one");
        else all.forEach(one -> screen.print(inWords(one)));
        return 0;
    }

    private Listed listed(Library.Entry entry) {
        return new Listed(
                entry.id(),
                entry.runbook().map(Runbook::title),
                entry.runbook().map(Runbook::severity),
                entry.runbook().filter(known -> facilitator).map(Runbook::tags),
                entry.mistakes().stream().map(Mistake::inWords).toList());
    }

    private static String inWords(Listed one) {
        if (!one.mistakes().isEmpty())
            return String.format(
                    "%-24s %s: see drillbook lint",
                    one.id(), Numbers.count(one.mistakes().size(), "mistake", "mistakes"));
        String tags = one.tags()
                .filter(all -> !all.isEmpty())
                .map(all -> "  [" + String.join(", ", all) + "]")
                .orElse("");
        return String.format(
                "%-24s %s, severity %d%s",
                one.id(), one.title().get(), one.severity().get(), tags);
    }
}
