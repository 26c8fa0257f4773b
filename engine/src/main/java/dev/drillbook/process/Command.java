package dev.drillbook.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A command to run: words, never a line for a shell. It reads no standard input.
 *
 * <p>A command that ends by itself may leave processes behind (it may have started a service). One that runs into its
 * time limit, or whose caller is interrupted, is ended together with everything that it started.
 *
 * @param argv the program and its words, passed on exactly as they are
 * @param environment set besides what this process inherited
 * @param timeout how long it may run
 * @param limit how many bytes of output are kept, at least 2: the first half and the last
 * @param errors whether standard error is kept too, mixed into the output
 */
public record Command(
        List<String> argv, Map<String, String> environment, Path folder, Duration timeout, int limit, boolean errors) {
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);
    private static final int USUAL_LIMIT = 64 * 1024;

    public Command {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        if (argv.isEmpty() || argv.get(0).isBlank())
            throw new IllegalArgumentException("a command without a program: write one, such as 'systemctl'");
        if (timeout.isNegative() || timeout.isZero())
            throw new IllegalArgumentException(argv.get(0) + " within " + timeout + ": write a time above zero");
        if (limit < 2) throw new IllegalArgumentException("output kept: " + limit + " bytes, and 2 is the least");
    }

    public static Command of(List<String> argv) {
        return new Command(argv, Map.of(), Path.of("."), USUAL_TIMEOUT, USUAL_LIMIT, true);
    }

    public static Command of(String... argv) {
        return of(List.of(argv));
    }

    public Command with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Command(argv, more, folder, timeout, limit, errors);
    }

    public Command in(Path newFolder) {
        return new Command(argv, environment, newFolder, timeout, limit, errors);
    }

    public Command within(Duration time) {
        return new Command(argv, environment, folder, time, limit, errors);
    }

    /** Keeps at most so many bytes of output. */
    public Command keeping(int bytes) {
        return new Command(argv, environment, folder, timeout, bytes, errors);
    }

    /** Keeps what it writes to standard output only, for whoever must read exactly that. */
    public Command withoutErrors() {
        return new Command(argv, environment, folder, timeout, limit, false);
    }

    /**
     * Runs it and waits for its end.
     *
     * @throws IOException when it could not be started
     * @throws InterruptedException when this thread was interrupted; the command is ended by then
     */
    public Finished run() throws IOException, InterruptedException {
        return new Run(this).toItsEnd();
    }
}
