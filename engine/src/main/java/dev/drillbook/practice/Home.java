package dev.drillbook.practice;

import dev.drillbook.process.ProcessLock;
import dev.drillbook.runbook.DrillException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The {@code .drillbook} folder, as far as the practice environment uses it. Only the user can read it. */
record Home(Path folder) {
    private static final FileAttribute<Set<PosixFilePermission>> ONLY_MINE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** Longer than the leash gives. */
    private static final Duration TO_DIE = Duration.ofSeconds(5);

    static Home of(Path home) {
        return new Home(home.toAbsolutePath().resolve(".drillbook"));
    }

    Path state() {
        return folder.resolve("practice.json");
    }

    /**
     * Takes the lock that a supervisor holds for as long as it lives; the system frees it whatever way it dies.
     *
     * @return empty when another has it
     */
    Optional<ProcessLock> lock() {
        Path file = folder.resolve("practice.lock");
        try {
            if (!Files.isDirectory(folder)) Files.createDirectories(folder, ONLY_MINE);
            return ProcessLock.take(file);
        } catch (IOException e) {
            throw new DrillException("could not lock " + file + ": " + e + "; make it writable", e);
        }
    }

    /** Whether some supervisor lives, be it still starting, up, or stopping. */
    boolean isTaken() {
        return !whileFree(() -> {});
    }

    /** @return false, and nothing is done, when some supervisor lives */
    boolean whileFree(Runnable action) {
        Optional<ProcessLock> lock = lock();
        if (lock.isEmpty()) return false;
        try {
            action.run();
            return true;
        } finally {
            free(lock.get());
        }
    }

    private void free(ProcessLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new DrillException("could not free the lock in " + folder + ": " + e, e);
        }
    }

    /** Removes what a supervisor that was killed could not. The caller holds the lock. */
    void sweep() {
        State.read(state()).ifPresent(stale -> {
            Wait.until(
                    () -> stale.parts().stream()
                            .noneMatch(part -> part.process().isAlive()),
                    TO_DIE);
            stale.parts().forEach(part -> part.process().process().ifPresent(ProcessHandle::destroyForcibly));
            stale.data().delete();
        });
        try {
            Files.deleteIfExists(state());
        } catch (IOException e) {
            throw new DrillException("could not remove " + state() + ": " + e + "; remove it", e);
        }
    }
}
