package dev.drillbook.cli;

import dev.drillbook.control.Start;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code run} and {@code rehearse} have in common. */
final class StartOptions {
    @Parameters(paramLabel = "RUNBOOK", description = "A runbook's id, as drillbook list prints it, or a file.")
    private String runbook;

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            defaultValue = "practice",
            description = "Where to drill (default: ${DEFAULT-VALUE}).")
    private String environment;

    @Option(
            names = "--input",
            paramLabel = "NAME=VALUE",
            description = "A value for one of the runbook's inputs, before the environment's own.")
    private Map<String, String> inputs = new LinkedHashMap<>();

    @Option(names = "--json", description = "Print the result as JSON, and nothing else on standard output.")
    private boolean json;

    @Option(names = "--as", paramLabel = "WHO", description = "Who you are, where it is not your user name.")
    private String who = System.getProperty("user.name");

    Start start(boolean rehearsal) {
        return new Start(file(runbook), environment, inputs, rehearsal, who, "terminal");
    }

    /** Files are named as seen from here, whoever reads them. */
    private static String file(String runbook) {
        boolean isFile = runbook.contains("/") || runbook.endsWith(".groovy");
        return isFile ? Path.of(runbook).toAbsolutePath().toString() : runbook;
    }

    boolean json() {
        return json;
    }

    String who() {
        return who;
    }
}
