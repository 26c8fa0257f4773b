package dev.drillbook.practice;

import dev.drillbook.process.Java;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The practice commands in a process of their own. */
final class Elsewhere {
    private Elsewhere() {}

    /** @param words the home, then the command */
    public static void main(String[] words) {
        var practice = new CommandLine(new PracticeCommand(new PracticeStack(Path.of(words[0]))));
        practice.setExecutionExceptionHandler((failure, command, parsed) -> {
            System.out.println(failure.getMessage());
            return 1;
        });
        System.exit(practice.execute(List.of(words).subList(1, words.length).toArray(String[]::new)));
    }

    static Process started(Path home, Map<String, String> environment, String... words) throws IOException {
        List<String> command = new ArrayList<>(Java.command(List.of("-Xmx64m"), Elsewhere.class));
        command.add(home.toString());
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Java.environment());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** What it printed, when it has ended. */
    static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
