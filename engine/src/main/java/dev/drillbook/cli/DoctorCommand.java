package dev.drillbook.cli;

import dev.drillbook.control.Doctor;
import dev.drillbook.control.Doctor.Finding;
import dev.drillbook.control.Exit;
import dev.drillbook.control.Start;
import dev.drillbook.control.Wire;
import dev.drillbook.runbook.DrillException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whether a drill could start. */
@Command(
        mixinStandardHelpOptions = true,
        description = "Look at everything that a drill demands before it starts; start and break nothing.",
        footer = "Exit 1 when something stands in the way. The steady state is looked at when the drill starts.")
final class DoctorCommand implements Callable<Integer> {
    private final Workplace place;

    @Parameters(arity = "0..1", paramLabel = "RUNBOOK", description = "What would be run; without it, the place alone.")
    private String runbook;

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            defaultValue = "practice",
            description = "Where (default: ${DEFAULT-VALUE}).")
    private String environment;

    @Option(names = "--as", paramLabel = "WHO", description = "Who would start it, where it is not your user name.")
    private String who = System.getProperty("user.name");

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    DoctorCommand(Workplace place) {
        this.place = place;
    }

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec, json);
        List<Finding> findings = findings();
        if (json) screen.print(Wire.write(findings));
        else findings.forEach(finding -> screen.print(inWords(finding)));
        return (findings.stream().allMatch(Finding::isGood) ? Exit.DONE : Exit.NOT_PASSED).code();
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        try {
            place.checkSettings().run();
            findings.add(new Finding("settings", true, "no mistakes"));
        } catch (DrillException e) {
            return List.of(new Finding("settings", false, e.getMessage()));
        }
        Doctor doctor = place.drills().get().doctor();
        findings.addAll(
                runbook == null
                        ? doctor.examine(environment, who)
                        : doctor.examine(new Start(runbook, environment, Map.of(), false, who, "terminal")));
        return findings;
    }

    private static String inWords(Finding finding) {
        return (finding.isGood() ? "ok     " : "WRONG  ") + finding.what() + ": " + finding.seen();
    }
}
