package dev.drillbook.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A runbook to start from. */
@Command(mixinStandardHelpOptions = true, description = "Write a runbook to start from, which lints clean.")
final class NewCommand implements Callable<Integer> {
    private final Workplace place;

    @Parameters(paramLabel = "NAME", description = "Its id: name the symptom, never the cause, such as slow-checkout.")
    private String name;

    @Spec
    private CommandSpec spec;

    NewCommand(Workplace place) {
        this.place = place;
    }

    @Override
    public Integer call() {
        Path file = place.library().create(name);
        Screen.of(spec, false).print(file + ": edit it, then drillbook lint " + name);
        return 0;
    }
}
