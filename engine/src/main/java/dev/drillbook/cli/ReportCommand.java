package dev.drillbook.cli;

import dev.drillbook.control.Reporting;
import dev.drillbook.control.Wire;
import dev.drillbook.report.Postmortem;
import dev.drillbook.report.Subject.Naming;
import dev.drillbook.runbook.Busy;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the documents of a drill again, from its own folder. */
@Command(
        mixinStandardHelpOptions = true,
        description = "Write a drill's postmortem again: Markdown, HTML, PDF, chart and scorecard.json.")
final class ReportCommand implements Callable<Integer> {
    private final Workplace place;

    @Parameters(paramLabel = "DRILL", description = "A drill's id, as drillbook drills prints it.")
    private String drill;

    @Option(names = "--names", description = "Call people by their names rather than their roles.")
    private boolean names;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            converter = ZoneOption.class,
            description = "Tell times in this zone, such as Europe/Berlin.")
    private ZoneId zone;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    ReportCommand(Workplace place) {
        this.place = place;
    }

    /** The answer is in it. */
    private void onlyOnceItIsOver() {
        if (place.debts().running().contains(drill))
            throw new Busy("drill " + drill + " runs: its report is written when it is over; drillbook status tells"
                    + " where it stands");
    }

    @Override
    public Integer call() {
        onlyOnceItIsOver();
        Screen screen = Screen.of(spec, json);
        Postmortem.Written written = new Reporting(place.home().templates())
                .write(
                        place.home().reports().resolve(drill),
                        names ? Naming.NAMES : Naming.ROLES,
                        Optional.ofNullable(zone));
        written.warnings().forEach(screen::warn);
        if (json) screen.print(Wire.write(written));
        else written.files().forEach(file -> screen.print(file.toString()));
        return 0;
    }
}
