package dev.drillbook.cli;

import dev.drillbook.control.Exit;
import dev.drillbook.control.Served;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Approves the exact text that a runbook has now. */
@Command(
        mixinStandardHelpOptions = true,
        description = "Approve the exact text that a runbook has now, for an environment that needs it.",
        footer = "Changed text needs a new approval. Who runs a drill cannot approve it alone.")
final class ApproveCommand implements Callable<Integer> {
    private final Workplace place;

    @Parameters(paramLabel = "RUNBOOK", description = "A runbook's id, as drillbook list prints it.")
    private String runbook;

    @Option(
            names = "--environment",
            required = true,
            paramLabel = "NAME",
            description = "For which: drillbook.yaml says who may approve for it.")
    private String environment;

    @Option(names = "--as", paramLabel = "WHO", description = "Who you are, where it is not your user name.")
    private String who = System.getProperty("user.name");

    @Spec
    private CommandSpec spec;

    ApproveCommand(Workplace place) {
        this.place = place;
    }

    @Override
    public Integer call() {
        String answer = Served.find(place.home())
                .map(serve -> serve.approve(runbook, environment, who))
                .orElseGet(() -> place.drills().get().approve(runbook, environment, who));
        Screen.of(spec, false).print(answer);
        return Exit.DONE.code();
    }
}
