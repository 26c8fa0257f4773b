package dev.drillbook.cli;

import dev.drillbook.control.Exit;
import dev.drillbook.control.Wire;
import dev.drillbook.runbook.Mistake;
import dev.drillbook.wording.Numbers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The mistakes in runbooks. */
@Command(
        mixinStandardHelpOptions = true,
        description = "List every mistake in runbooks, with its place and what to write instead.",
        footer = "Exit 1 when there is any.")
final class LintCommand implements Callable<Integer> {
    private final Workplace place;

    @Parameters(
            arity = "0..*",
            paramLabel = "RUNBOOK",
            description = "Ids or files; all of runbooks/ where none is named.")
    private List<String> runbooks = List.of();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    LintCommand(Workplace place) {
        this.place = place;
    }

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec, json);
        List<Path> files = runbooks.isEmpty()
                ? place.library().files()
                : runbooks.stream().map(place.library()::file).toList();
        List<Mistake> mistakes = new ArrayList<>();
        for (Path file : files) mistakes.addAll(place.library().lint(file));
        if (json) screen.print(Wire.write(mistakes));
        else mistakes.forEach(mistake -> screen.print(mistake.inWords()));
        if (!json && mistakes.isEmpty())
            screen.print(Numbers.count(files.size(), "runbook", "runbooks") + ", no mistakes");
        return (mistakes.isEmpty() ? Exit.DONE : Exit.NOT_PASSED).code();
    }
}
