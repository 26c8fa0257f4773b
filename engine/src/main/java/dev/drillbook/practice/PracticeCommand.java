package dev.drillbook.practice;

import dev.drillbook.environment.Stack.Part;
import dev.drillbook.runbook.Invalid;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code drillbook practice …}: the practice environment by hand, and what a player looks into it with. */
@Command(
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "A real web shop on this machine, to break and to repair.",
        subcommands = {SqlCommand.class, RedisCommand.class})
public final class PracticeCommand {
    private final PracticeStack stack;

    @Spec
    private CommandSpec spec;

    public PracticeCommand(PracticeStack stack) {
        this.stack = stack;
    }

    @Command(mixinStandardHelpOptions = true, description = "Starts it; returns once every part is ready.")
    void up(@Option(names = "--no-alerts", description = "With its alert rules off.") boolean noAlerts) {
        if (stack.isUp()) out().println("it is up already");
        (noAlerts ? stack.withoutAlerts() : stack).up(this::tell);
        out().println("the shop is at " + stack.state().address("balancer"));
    }

    @Command(mixinStandardHelpOptions = true, description = "Stops it; nothing of it is left.")
    void down() {
        boolean wasUp = stack.isUp();
        stack.down();
        out().println(wasUp ? "stopped" : "it is not up");
    }

    @Command(mixinStandardHelpOptions = true, description = "What runs where, and whether it is healthy.")
    void status(@Option(names = "--json", description = "As JSON.") boolean json) {
        List<Map<String, Object>> parts =
                stack.parts().stream().map(PracticeCommand::shown).toList();
        if (json) {
            Map<String, Object> status = Map.of("up", !parts.isEmpty(), "parts", parts);
            out().println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(status));
        } else if (parts.isEmpty()) {
            out().println("it is not up; start it with 'drillbook practice up'");
        } else {
            Table table = new Table(List.copyOf(parts.get(0).keySet()));
            parts.forEach(part -> table.row(part.values().stream()
                    .map(value -> value instanceof Boolean yes ? (yes ? "yes" : "no") : value)
                    .toList()));
            out().print(table);
        }
        out().flush();
    }

    private static Map<String, Object> shown(Part part) {
        boolean web = part.address().getScheme().equals("http");
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("part", part.name());
        shown.put("pid", part.pid());
        shown.put("healthy", part.healthy());
        shown.put("address", part.address().toString());
        shown.put("metrics", web ? part.address().resolve("/metrics").toString() : "");
        return shown;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "The end of a part's log; without a part, where all logs are.")
    void logs(
            @Parameters(arity = "0..1", paramLabel = "PART", description = "Such as balancer.") String part,
            @Option(names = "-f", description = "Goes on as the log grows, until Ctrl-C.") boolean follow,
            @Option(
                            names = "-n",
                            paramLabel = "N",
                            defaultValue = "20",
                            description = "Lines: ${DEFAULT-VALUE} unless told.")
                    int lines)
            throws IOException {
        if (lines < 0) throw new Invalid("-n " + lines + ": a log has no such lines; write 0 or more");
        State state = stack.state();
        if (part == null) listLogs(state);
        else show(state, log(state, part), lines, follow);
    }

    private void listLogs(State state) throws IOException {
        Table table = new Table(List.of("part", "bytes", "log"));
        for (State.Running part : state.parts()) {
            Path log = state.data().log(part.name());
            table.row(List.of(part.name(), Files.size(log), log));
        }
        out().print(table);
        out().flush();
    }

    private static Path log(State state, String part) {
        List<String> names = new ArrayList<>();
        for (State.Running running : state.parts()) names.add(running.name());
        if (names.contains(part)) return state.data().log(part);
        throw new Invalid("no part '" + part + "'; choose one of " + String.join(", ", names));
    }

    private void show(State state, Path log, int lines, boolean follow) throws IOException {
        try (LogTail tail = new LogTail(log, lines)) {
            out().print(tail.next());
            // an error: whoever read us, such as head, has gone
            while (!out().checkError() && follow && state.isUp()) {
                Wait.aMoment(200);
                out().print(tail.next());
            }
        }
    }

    private void tell(String progress) {
        out().println(progress);
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PracticeStack stack() {
        return stack;
    }
}
