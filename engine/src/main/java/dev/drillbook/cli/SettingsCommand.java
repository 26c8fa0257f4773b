package dev.drillbook.cli;

import dev.drillbook.settings.Schema;
import dev.drillbook.settings.Settings;
import java.nio.file.Files;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code drillbook settings …}: the file, before anything relies on it. */
@Command(
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Check drillbook.yaml, or print its schema.")
final class SettingsCommand {
    private final Workplace place;

    @Spec
    private CommandSpec spec;

    SettingsCommand(Workplace place) {
        this.place = place;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "List every mistake of drillbook.yaml with its line; exit 2 if there is one.")
    void check() {
        place.checkSettings().run();
        boolean isThere = Files.exists(place.home().settings());
        print(isThere ? Settings.FILE + ": no mistakes" : "no " + Settings.FILE + ": everything is as usual");
    }

    @Command(mixinStandardHelpOptions = true, description = "Print the JSON Schema of drillbook.yaml, for editors.")
    void schema() {
        print(Schema.text().strip());
    }

    private void print(String text) {
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().flush();
    }
}
