package dev.drillbook.practice;

import dev.drillbook.process.Identity;
import dev.drillbook.process.Java;
import dev.drillbook.runbook.DrillException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A running command that dies with this process, however this process dies: a small shell between the two (see {@code
 * leash.sh}) ends it when the pipe that only this process holds is closed.
 *
 * @param shell its standard input is the leash: closing it ends the command
 * @param command the command itself
 */
record Leash(Process shell, Identity command) {
    /**
     * Starts a part; everything that it prints is appended to its log.
     *
     * @param script where {@code leash.sh} was written
     */
    static Leash start(Path script, Plan plan, Folder folder) {
        List<String> argv = new ArrayList<>(List.of("sh", script.toString()));
        argv.addAll(plan.command());
        ProcessBuilder builder =
                new ProcessBuilder(argv).directory(folder.path().toFile());
        builder.environment().putAll(Java.environment());
        builder.redirectError(
                ProcessBuilder.Redirect.appendTo(folder.log(plan.name()).toFile()));
        try {
            Process shell = builder.start();
            var output = new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8));
            return new Leash(shell, Identity.of(Long.parseLong(output.readLine())));
        } catch (IOException | NumberFormatException e) {
            throw new DrillException("could not start " + plan.name() + ": " + e.getMessage(), e);
        }
    }

    boolean isAlive() {
        return shell.isAlive();
    }

    /** Lets go: the command is told to end now. Returns at once. */
    void release() {
        try {
            shell.getOutputStream().close();
        } catch (IOException alreadyGone) {
            // the pipe is closed, which is what was wanted
        }
    }

    /** Waits for the end that {@link #release} began, and enforces it when the shell itself hangs. */
    void awaitEnd(Duration patience) throws InterruptedException {
        if (shell.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) return;
        command.process().ifPresent(ProcessHandle::destroyForcibly);
        shell.destroyForcibly().waitFor();
    }
}
