package dev.drillbook.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Which process is meant: a pid alone may belong to someone else by the time it is looked at.
 *
 * @param started on Linux counted from the machine's boot, with an epoch in its place: by the wall clock it would move when
 *     that is set; elsewhere by the wall clock
 */
public record Identity(long pid, Instant started) {
    private static final Path PROC = Path.of("/proc");
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    /** By the wall clock each JVM tells start times up to a second apart. */
    private static final Duration ROUGHLY = Duration.ofSeconds(2);

    /** Where the state stands behind the name in {@code /proc/PID/stat}, and the start; see proc_pid_stat(5). */
    private static final int STATE = 0;

    private static final int START_TICKS = 19;
    private static final int MILLIS_PER_TICK = 10;

    /** The process that has this pid now. */
    public static Identity of(long pid) {
        return new Identity(pid, start(pid));
    }

    public static Identity ofThisProcess() {
        return of(ProcessHandle.current().pid());
    }

    public boolean isAlive() {
        return process().isPresent();
    }

    /** The process, while it lives. A zombie, which only waits for its parent to look, is dead. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(it -> isSame(start(pid)))
                .filter(it -> stat(pid).filter(stat -> stat[STATE].equals("Z")).isEmpty());
    }

    /** Whether it lives, and does nothing until someone lets it go on. On Linux. */
    public boolean isStopped() {
        return isAlive() && stat(pid).filter(stat -> stat[STATE].equals("T")).isPresent();
    }

    /** Ends it with kill -9, so that it can never act again, and waits for its death. A zombie is dead. */
    public void end(Duration patience) {
        process().ifPresent(ProcessHandle::destroyForcibly);
        long until = System.nanoTime() + patience.toNanos();
        while (isAlive() && System.nanoTime() < until) LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }

    private boolean isSame(Instant start) {
        return Files.isDirectory(PROC)
                ? started.equals(start)
                : Duration.between(started, start).abs().compareTo(ROUGHLY) <= 0;
    }

    private static Instant start(long pid) {
        return stat(pid)
                .map(stat -> Instant.ofEpochMilli(Long.parseLong(stat[START_TICKS]) * MILLIS_PER_TICK))
                .or(() ->
                        ProcessHandle.of(pid).flatMap(process -> process.info().startInstant()))
                .orElse(Instant.EPOCH);
    }

    private static Optional<String[]> stat(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        } catch (IOException noProcFileSystem) {
            return Optional.empty();
        }
    }
}
