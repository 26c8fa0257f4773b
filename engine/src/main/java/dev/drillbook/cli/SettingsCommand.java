package dev.drillbook.cli;

import dev.drillbook.control.Exit;
import dev.drillbook.control.Wire;
import dev.drillbook.runbook.Mistake;
import dev.drillbook.settings.Schema;
import dev.drillbook.settings.Settings;
import dev.drillbook.settings.WrongFile;
import java.nio.file.Files;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
    int check(@Option(names = "--json", description = "Print JSON: each mistake with its place.") boolean json) {
        if (json) return checkAsJson(Screen.of(spec, true));
        place.checkSettings().run();
        boolean isThere = Files.exists(place.home().settings());
        print(isThere ? Settings.FILE + ": no mistakes" : "no " + Settings.FILE + ": everything is as usual");
        return Exit.DONE.code();
    }

    private int checkAsJson(Screen screen) {
        List<Mistake> mistakes = List.of();
        try {
            place.checkSettings().run();
        } catch (WrongFile e) {
            mistakes = e.mistakes();
        }
        screen.print(Wire.write(mistakes));
        return (mistakes.isEmpty() ? Exit.DONE : Exit.WRONG_USAGE).code();
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
