package dev.drillbook.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which process is meant: a pid alone may belong to someone else by the time it is looked at. */
public record Identity(long pid, Instant started) {
    /** Start times are told in ticks since a boot time that each JVM computes anew, up to a second apart. */
    private static final Duration SAME = Duration.ofSeconds(2);

    /** The process that has this pid now. */
    public static Identity of(long pid) {
        return new Identity(pid, ProcessHandle.of(pid).map(Identity::start).orElse(Instant.EPOCH));
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
                .filter(this::isSame)
                .filter(it -> !isZombie());
    }

    private boolean isSame(ProcessHandle process) {
        return Duration.between(started, start(process)).abs().compareTo(SAME) <= 0;
    }

    private static Instant start(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private boolean isZombie() {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException noProcFileSystem) {
            return false;
        }
    }
}
