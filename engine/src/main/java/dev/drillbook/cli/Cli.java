package dev.drillbook.cli;

import dev.drillbook.control.Exit;
import dev.drillbook.control.Verb;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Nearest;
import dev.drillbook.runbook.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line as a whole: every command, and how each ends. Only the command that is asked for is built: picocli
 * finds out about each by reflection, and for all together that takes longer than most of them run.
 */
public final class Cli {
    /** Those that neither tell what is owed by themselves nor are said in a hurry. */
    private static final Set<String> THAT_WARN = Set.of(
            "list", "show", "lint", "new", "approve", "settings", "report", "faults", "schedule", "practice", "status");

    private final Workplace place;
    private final CommandLine root;
    private final Map<String, Supplier<?>> commands = new LinkedHashMap<>();

    /** @param more commands of other doors by name, each with picocli's annotations */
    public Cli(Workplace place, Map<String, Supplier<?>> more) {
        this.place = place;
        commands.put("list", () -> new ListCommand(place));
        commands.put("show", () -> new ShowCommand(place));
        commands.put("lint", () -> new LintCommand(place));
        commands.put("new", () -> new NewCommand(place));
        commands.put("rehearse", () -> new RehearseCommand(place));
        commands.put("run", () -> new RunCommand(place));
        commands.put("serve", () -> new ServeCommand(place));
        commands.put("approve", () -> new ApproveCommand(place));
        commands.put("settings", () -> new SettingsCommand(place));
        commands.put("drills", () -> new DrillsCommand(place));
        commands.put("report", () -> new ReportCommand(place));
        commands.put("undo", () -> new UndoCommand(place));
        commands.put("faults", FaultsCommand::new);
        commands.put("doctor", () -> new DoctorCommand(place));
        for (Verb verb : Verb.values()) commands.put(verb.word(), () -> new VerbCommand(place, verb).spec());
        commands.put(Verb.ABORT.word(), () -> new AbortCommand(place).spec()); // it can stop more than one drill
        commands.put(Verb.STATUS.word(), () -> new StatusCommand(place)); // the one verb that only asks
        commands.putAll(more);
        root = new CommandLine(new Root(place.version()).spec());
    }

    private void build(List<String> names) {
        names.forEach(name -> root.addSubcommand(name, commands.get(name).get()));
        root.setOut(root.getOut()).setErr(root.getErr()); // picocli tells those that are there
        root.setExecutionExceptionHandler(Cli::failed);
        root.setParameterExceptionHandler(Cli::misused);
        root.setExecutionStrategy(this::performed);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setExitCodeExceptionMapper(e -> Exit.of(e).code());
    }

    /** Those that these arguments need: all of them where they are listed, or one is looked for in vain. */
    private List<String> needed(String... arguments) {
        for (String argument : arguments) {
            if (commands.containsKey(argument)) return List.of(argument);
            if (!argument.equals("--debug") && !argument.equals("--version")) return List.copyOf(commands.keySet());
        }
        return List.of();
    }

    /** For those who want to read what it says. */
    Cli speakingTo(PrintWriter out, PrintWriter err) {
        root.setOut(out).setErr(err);
        return this;
    }

    /** As these arguments need it; nothing is performed. */
    CommandLine line(String... arguments) {
        build(needed(arguments));
        return root;
    }

    /** @return the exit code of DESIGN section 4 */
    public int run(String... arguments) {
        return line(arguments).execute(arguments);
    }

    /** Whoever is named answers for what is done: in reports, approvals and permissions. */
    private int performed(ParseResult parsed) {
        for (CommandLine command : parsed.asCommandLineList())
            if (command.getParseResult()
                    .matchedOptionValue("--as", "nobody was named")
                    .isBlank())
                throw new ParameterException(
                        command, "--as names nobody: write who, such as --as ada, or leave it out");
        int exit = new RunLast().execute(parsed);
        if (parsed.hasSubcommand()
                && THAT_WARN.contains(parsed.subcommand().commandSpec().name()))
            place.warning().ifPresent(root.getErr()::println);
        return exit;
    }

    private static int failed(Exception e, CommandLine command, ParseResult parsed) {
        boolean debug = Root.isDebug(parsed);
        PrintWriter err = command.getErr();
        err.println(Secret.hidden(
                e instanceof DrillException ? e.getMessage() : "a defect in Drillbook: " + e + hint(debug)));
        if (debug) err.print(Secret.hidden(trace(e)));
        err.flush();
        return e instanceof EndedBySignal ended ? ended.code() : Exit.of(e).code();
    }

    private static String trace(Throwable e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
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
        boolean hasCommands = !command.getSubcommands().isEmpty();
        if (e instanceof UnmatchedArgumentException unmatched && hasCommands && !unmatched.isUnknownOption()) {
            String word = unmatched.getUnmatched().get(0);
            return "no command '" + word + "'"
                    + Nearest.hint(word, command.getSubcommands().keySet(), "not one of those listed");
        }
        return e.getMessage().lines().findFirst().orElse("wrong usage");
    }
}
