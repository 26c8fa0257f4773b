package dev.drillbook.cli;

import dev.drillbook.control.Exit;
import dev.drillbook.control.Verb;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.script.Nearest;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as a whole: every command, and how each ends. */
public final class Cli {
    private final CommandLine root;

    /** @param more commands of other doors, each with picocli's annotations */
    public Cli(Workplace place, List<Object> more) {
        root = new CommandLine(new Root(place.version()));
        Stream.of(
                        new ListCommand(place),
                        new ShowCommand(place),
                        new LintCommand(place),
                        new NewCommand(place),
                        new RehearseCommand(place),
                        new RunCommand(place),
                        new DrillsCommand(place),
                        new ReportCommand(place),
                        new StatusCommand(place),
                        new UndoCommand(place),
                        new FaultsCommand())
                .forEach(root::addSubcommand);
        for (Verb verb : Verb.values())
            if (verb != Verb.STATUS) root.addSubcommand(verb.word(), new VerbCommand(place, verb).spec());
        more.forEach(root::addSubcommand);
        root.setExecutionExceptionHandler(Cli::failed);
        root.setParameterExceptionHandler(Cli::misused);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setExitCodeExceptionMapper(e -> Exit.of(e).code());
    }

    /** For those who want to read what it says. */
    Cli speakingTo(PrintWriter out, PrintWriter err) {
        root.setOut(out).setErr(err);
        return this;
    }

    /** @return the exit code of DESIGN section 4 */
    public int run(String... arguments) {
        return root.execute(arguments);
    }

    private static int failed(Exception e, CommandLine command, ParseResult parsed) {
        boolean debug = Root.isDebug(parsed);
        PrintWriter err = command.getErr();
        err.println(e instanceof DrillException ? e.getMessage() : "a defect in Drillbook: " + e + hint(debug));
        if (debug) e.printStackTrace(err);
        err.flush();
        return e instanceof EndedBySignal ended ? ended.code() : Exit.of(e).code();
    }

    private static String hint(boolean debug) {
        return debug ? "" : " (again with --debug shows where)";
    }

    private static int misused(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        CommandSpec spec = command.getCommandSpec();
        String help = "; see " + spec.qualifiedName() + " --help";
        command.getErr().println(spec.qualifiedName() + ": " + message(e, command) + help);
        command.getErr().flush();
        return Exit.WRONG_USAGE.code();
    }

    private static String message(ParameterException e, CommandLine command) {
        if (e instanceof UnmatchedArgumentException unmatched && command.getParent() == null) {
            String word = unmatched.getUnmatched().get(0);
            return "no command '" + word + "'"
                    + Nearest.hint(word, command.getSubcommands().keySet(), "not one of those listed");
        }
        return e.getMessage().lines().findFirst().orElse("wrong usage");
    }
}
