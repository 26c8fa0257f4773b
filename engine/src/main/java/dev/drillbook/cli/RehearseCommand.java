package dev.drillbook.cli;

import dev.drillbook.control.Finished;
import dev.drillbook.control.OpenDrill;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Plays a runbook's own rehearsal: the test of a runbook. */
@Command(
        mixinStandardHelpOptions = true,
        description = "Play a runbook's own rehearsal against the real environment: the test of a runbook.",
        footer =
                "Exit 1 when the fault did not bite, an expected alert stayed silent, a milestone was not reached or the"
                        + " steady state did not come back.")
final class RehearseCommand implements Callable<Integer> {
    private final Workplace place;

    @Mixin
    private StartOptions options;

    @Spec
    private CommandSpec spec;

    RehearseCommand(Workplace place) {
        this.place = place;
    }

    @Override
    public Integer call() throws Exception {
        Screen screen = Screen.of(spec, options.json());
        try (Performance performance = new Performance(place, screen)) {
            OpenDrill drill = performance.start(options.start(true));
            Follower follower = Follower.follow(drill, true, screen);
            ProgressLine progress = ProgressLine.show(drill, screen);
            Finished finished = performance.finish(drill);
            progress.close();
            follower.finish();
            new Result(finished).print(screen, options.json());
            return performance.exit(finished.exit());
        }
    }
}
