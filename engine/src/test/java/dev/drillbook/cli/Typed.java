package dev.drillbook.cli;

import dev.drillbook.control.Workshop;
import dev.drillbook.script.Library;
import dev.drillbook.script.Scripts;
import dev.drillbook.settings.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Commands as they are typed in a workshop, and what they said so far. */
final class Typed {
    private final Workshop workshop;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private final Map<String, Supplier<?>> more;

    Typed(Workshop workshop) {
        this(workshop, Map.of());
    }

    /** @param more commands of other doors */
    Typed(Workshop workshop, Map<String, Supplier<?>> more) {
        this.workshop = workshop;
        this.more = more;
    }

    /** @return the exit code */
    int run(String... arguments) {
        return new Cli(place(), more)
                .speakingTo(new PrintWriter(out, true), new PrintWriter(err, true))
                .run(arguments);
    }

    Workplace place() {
        return new Workplace(
                workshop.home(),
                new Library(workshop.home().runbooks(), new Scripts()),
                () -> workshop.drillsOf("workshop", "annex"),
                List.of(),
                () -> {
                    throw new IllegalStateException("nothing is served here");
                },
                () -> Settings.read(workshop.home().settings()).check(),
                "1.2.3");
    }

    /** Where a command would speak. */
    Screen screen() {
        CommandLine command = new CommandLine(CommandSpec.create())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return Screen.of(command.getCommandSpec(), false);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    void clear() {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
    }
}
