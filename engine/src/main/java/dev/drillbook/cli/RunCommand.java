package dev.drillbook.cli;

import dev.drillbook.control.Exit;
import dev.drillbook.control.Finished;
import dev.drillbook.control.OpenDrill;
import java.util.concurrent.Callable;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a drill that people respond to: at a prompt on a terminal, else with verbs from standard input, one a line. */
@Command(
        mixinStandardHelpOptions = true,
        description = "Run a drill: break it for real, and let the team respond.",
        footer = "Beside it, other terminals say drillbook detected, drillbook note TEXT, drillbook status, …")
final class RunCommand implements Callable<Integer> {
    private final Workplace place;

    @Mixin
    private StartOptions options;

    @Option(names = "--facilitator", description = "Show everything, the answer included.")
    private boolean facilitator;

    @Option(names = "--fail-on-goal", description = "Exit with 1 when the team missed a goal.")
    private boolean failOnGoal;

    @Spec
    private CommandSpec spec;

    RunCommand(Workplace place) {
        this.place = place;
    }

    @Override
    public Integer call() throws Exception {
        Screen screen = Screen.of(spec, options.json());
        try (Performance performance = new Performance(place, screen)) {
            OpenDrill drill = performance.start(options.start(false));
            screen.endLine();
            Conversation talk = screen.isTerminal()
                    ? Prompt.open(
                            TerminalBuilder.builder().system(true).build(),
                            drill,
                            options.who(),
                            place.home(),
                            facilitator,
                            performance::interrupted)
                    : TypedLines.open(drill, options.who(), facilitator, screen);
            Finished finished = performance.finish(drill);
            talk.close();
            new Result(finished).print(screen, options.json());
            return performance.exit(goal(finished));
        }
    }

    private Exit goal(Finished finished) {
        boolean missed =
                finished.scorecard().filter(card -> !card.missed().isEmpty()).isPresent();
        return finished.exit() == Exit.DONE && failOnGoal && missed ? Exit.NOT_PASSED : finished.exit();
    }
}
