package dev.drillbook.cli;

import dev.drillbook.runbook.Invalid;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * {@code drillbook} itself. Described by calls rather than by annotations, as every start goes through here: it takes
 * picocli a fifth of a start to read those of one class.
 */
record Root(String version) implements Runnable {
    private static final String DEBUG = "--debug";

    CommandSpec spec() {
        CommandSpec spec =
                CommandSpec.wrapWithoutInspection(this).name("drillbook").version("drillbook " + version);
        spec.addOption(OptionSpec.builder(DEBUG)
                .type(boolean.class)
                .arity("0")
                .scopeType(ScopeType.INHERIT)
                .description("Show where an error comes from.")
                .build());
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
        spec.usageMessage()
                .autoWidth(true)
                .synopsisSubcommandLabel("COMMAND")
                .description(
                        "Incident drills: break it for real, time the response, put it back, write the postmortem.")
                .footer(
                        "",
                        "Exit codes: 0 done; 1 a check did not pass, the drill was aborted, or something could",
                        "not be done; 2 wrong usage or an invalid file; 3 refused by a safety rule; 4 something",
                        "could not be put back; 70 a defect; 128+n ended by signal n.");
        return spec;
    }

    static boolean isDebug(ParseResult parsed) {
        OptionSpec debug = parsed.commandSpec().root().findOption(DEBUG);
        return Boolean.TRUE.equals(debug.getValue());
    }

    @Override
    public void run() {
        throw new Invalid("drillbook " + version + ": name a command; see drillbook --help");
    }
}
