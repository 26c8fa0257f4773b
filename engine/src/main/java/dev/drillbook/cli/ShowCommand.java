package dev.drillbook.cli;

import dev.drillbook.control.Wire;
import dev.drillbook.script.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A runbook's plan as a timeline. */
@Command(
        mixinStandardHelpOptions = true,
        description = "Show a runbook's plan as a timeline: the facilitator's view, the answer included.")
final class ShowCommand implements Callable<Integer> {
    private final Workplace place;

    @Parameters(paramLabel = "RUNBOOK", description = "A runbook's id, as drillbook list prints it, or a file.")
    private String runbook;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    ShowCommand(Workplace place) {
        this.place = place;
    }

    @Override
    public Integer call() {
        Plan plan = Plan.of(place.library().load(runbook));
        Screen.of(spec, json).print(json ? Wire.write(plan) : plan.text().stripTrailing());
        return 0;
    }
}
