package dev.drillbook.cli;

import dev.drillbook.control.Remote;
import dev.drillbook.control.Status;
import dev.drillbook.control.StatusWords;
import dev.drillbook.control.Wire;
import dev.drillbook.wording.Times;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the running drill stands, asked from a second terminal. */
@Command(mixinStandardHelpOptions = true, description = "In a drill: where the drill stands.")
final class StatusCommand implements Callable<Integer> {
    private final Workplace place;

    @Option(names = "--follow", description = "Show what happens, as it happens, until the drill is over.")
    private boolean follow;

    @Option(names = "--facilitator", description = "With --follow: show everything, the answer included.")
    private boolean facilitator;

    @Option(names = "--environment", paramLabel = "NAME", description = "Which drill, where several are running.")
    private String environment;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    StatusCommand(Workplace place) {
        this.place = place;
    }

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec, json);
        Remote drill = Remote.find(place.home(), Optional.ofNullable(environment));
        Status status = drill.status();
        screen.print(json ? Wire.write(status) : StatusWords.of(status));
        if (follow) follow(drill, status.zone(), screen);
        return 0;
    }

    private void follow(Remote drill, ZoneId zone, Screen screen) {
        Times times = new Times(zone);
        Wire.Lines lines = new Wire.Lines(java.util.List.of(), 0, false);
        while (!lines.over()) {
            lines = drill.after(lines.seen(), facilitator);
            for (Wire.Line line : lines.lines())
                screen.print(json ? Wire.write(line) : times.time(line.at()) + "  " + line.text());
        }
    }
}
