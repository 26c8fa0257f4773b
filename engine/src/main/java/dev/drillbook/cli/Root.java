package dev.drillbook.cli;

import dev.drillbook.runbook.Invalid;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** {@code drillbook} itself. */
@Command(
        name = "drillbook",
        mixinStandardHelpOptions = true,
        versionProvider = Root.Version.class,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Incident drills: break it for real, time the response, put it back, write the postmortem.",
        footer = {
            "",
            "Exit codes: 0 done, 1 a check did not pass or the drill was aborted, 2 wrong usage or an invalid file,",
            "3 refused by a safety rule, 4 something could not be put back, 70 a defect, 128+n ended by signal n."
        })
final class Root implements Runnable {
    private final String version;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where an error comes from.")
    private boolean debug;

    Root(String version) {
        this.version = version;
        Version.text = "drillbook " + version;
    }

    static boolean isDebug(ParseResult parsed) {
        return parsed.commandSpec().root().userObject() instanceof Root root && root.debug;
    }

    @Override
    public void run() {
        throw new Invalid("drillbook " + version + ": name a command; see drillbook --help");
    }

    /** Picocli makes its own instance of a version provider. */
    static final class Version implements IVersionProvider {
        private static String text = "";

        @Override
        public String[] getVersion() {
            return new String[] {text};
        }
    }
}
