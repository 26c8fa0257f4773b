package dev.drillbook.slack;

import dev.drillbook.control.Exit;
import dev.drillbook.control.Wire;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.settings.Setting;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drillbook slack …}: the app in Slack, made and checked. */
@Command(
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Make the app in Slack, and check that everything is there.")
public final class SlackCommand {
    private final Supplier<Setting> settings;

    @Spec
    private CommandSpec spec;

    /** @param settings the root of {@code drillbook.yaml}, without a mistake in it */
    public SlackCommand(Supplier<Setting> settings) {
        this.settings = settings;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Print the app's manifest (YAML), with the reason for each scope.")
    void manifest(
            @Option(
                            names = "--http",
                            paramLabel = "URL",
                            description = "For HTTP mode: where Slack calls, such as"
                                    + " https://drills.example/slack/events. Without it, Socket Mode.")
                    String address) {
        out().print(Manifest.yaml(Optional.ofNullable(address).map(SlackCommand::callable)));
        out().flush();
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Ask Slack whether tokens, scopes and channels are there; exit 1 if something is missing.")
    int check(@Option(names = "--json", description = "Print JSON.") boolean json) {
        SlackSettings slack = SlackSettings.of(settings.get())
                .orElseThrow(() -> new Invalid("drillbook.yaml says nothing of slack: README, Slack, has each step"));
        List<Checkup.Finding> findings = Checkup.of(slack);
        if (json) out().println(Wire.write(findings.stream().map(Shown::of).toList()));
        else findings.forEach(finding -> out().println(finding.inWords()));
        out().flush();
        boolean all = findings.stream().allMatch(Checkup.Finding::isThere);
        return all ? Exit.DONE.code() : Exit.NOT_PASSED.code();
    }

    /** The form of {@code --json}. @param text ends with what to do where it is missing */
    record Shown(boolean there, String text) {
        static Shown of(Checkup.Finding finding) {
            return new Shown(finding.isThere(), finding.text());
        }
    }

    private static String callable(String address) {
        try {
            URI uri = new URI(address);
            if ("https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && RequestWay.PATH.equals(uri.getPath())
                    && uri.getQuery() == null
                    && uri.getFragment() == null) return address;
        } catch (URISyntaxException e) {
            // told below
        }
        throw new Invalid("Slack cannot call '" + address.lines().findFirst().orElse("") + "': write an address such as"
                + " https://drills.example" + RequestWay.PATH);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
