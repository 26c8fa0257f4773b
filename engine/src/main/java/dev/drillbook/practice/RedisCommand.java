package dev.drillbook.practice;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code drillbook practice redis GET shop:1}: sends any command to the practice cache. */
@Command(name = "redis", description = "Sends a command to the shop's Redis, such as GET shop:1.")
final class RedisCommand implements Runnable {
    private static final Set<String> ENDLESS = Set.of("MONITOR", "SUBSCRIBE", "PSUBSCRIBE");

    @ParentCommand
    private PracticeCommand practice;

    @Spec
    private CommandSpec spec;

    /** Everything, also what looks like an option of ours: {@code LRANGE key 0 -1}. */
    @Unmatched
    private List<String> words = new ArrayList<>();

    @Override
    public void run() {
        if (words.isEmpty()) throw new Invalid("redis: no command given; write one, such as redis GET shop:1");
        if (words.equals(List.of("--help")) || words.equals(List.of("-h"))) {
            spec.commandLine().usage(spec.commandLine().getOut());
            return;
        }
        URI redis = practice.stack().state().address("redis");
        PrintWriter out = spec.commandLine().getOut();
        try (RedisTalk talk = new RedisTalk(redis, Duration.ZERO)) {
            out.println(talk.ask(words.toArray(String[]::new)));
            boolean endless = ENDLESS.contains(words.get(0).toUpperCase(Locale.ROOT));
            while (!out.checkError() && endless) out.println(talk.next());
        } catch (IOException e) {
            throw new DrillException(
                    "redis: " + e.getMessage() + "; 'drillbook practice status' says whether it is healthy", e);
        }
    }
}
