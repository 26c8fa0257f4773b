package dev.drillbook.practice;

import dev.drillbook.process.Java;
import dev.drillbook.process.Program;
import dev.drillbook.runbook.DrillException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts a supervisor in a session of its own, and listens until the stack is up. */
record Starter(Home home, boolean alerts) {
    /** Unpacking PostgreSQL is what needs the heap, once. */
    private static final List<String> FLAGS = List.of("-Xmx64m", "-Xss512k");

    /**
     * @param progress told as each part becomes ready
     * @return false when another supervisor lives already
     * @throws DrillException when a part did not come up; nothing is left running or lying about then
     */
    boolean start(Consumer<String> progress) {
        Folder folder = Folder.create();
        boolean up = false;
        try {
            Process supervisor = launch(folder);
            try {
                up = listen(supervisor, folder, progress);
                return up;
            } finally {
                if (!up) end(supervisor);
            }
        } catch (IOException e) {
            throw new DrillException("could not start the practice environment's supervisor: " + e.getMessage(), e);
        } finally {
            if (!up) folder.delete();
        }
    }

    private Process launch(Folder folder) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Program.onPath("setsid")
                .orElseThrow(() -> new DrillException("'setsid' is missing to let the practice environment outlive"
                        + " this terminal; install util-linux")));
        command.addAll(Java.command(FLAGS, Supervisor.class));
        command.addAll(List.of(home.folder().toString(), folder.path().toString(), Boolean.toString(alerts)));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.path().toFile());
        builder.environment().putAll(Java.environment());
        builder.redirectError(folder.log("supervisor").toFile());
        return builder.start();
    }

    private static boolean listen(Process supervisor, Folder folder, Consumer<String> progress) throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(supervisor.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Optional<Report> report = Report.of(line);
                if (report.isEmpty()) continue;
                String more = report.get().more(line);
                switch (report.get()) {
                    case TOLD -> progress.accept(more);
                    case UP -> {
                        return true;
                    }
                    case TAKEN -> {
                        return false;
                    }
                    case FAILED ->
                        throw new DrillException(
                                Stream.concat(Stream.of(more), in.lines()).collect(Collectors.joining("\n")));
                }
            }
            throw new DrillException("the practice environment's supervisor ended; the last lines of its log:\n"
                    + LogTail.of(folder.log("supervisor"), 20));
        }
    }

    /** It ends itself once its starter lets go of it, or did already. */
    private static void end(Process supervisor) throws IOException {
        supervisor.getOutputStream().close();
        try {
            if (!supervisor.waitFor(10, TimeUnit.SECONDS)) supervisor.destroyForcibly();
        } catch (InterruptedException e) {
            supervisor.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
