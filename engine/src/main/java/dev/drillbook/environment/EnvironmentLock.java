package dev.drillbook.environment;

import dev.drillbook.runbook.Busy;
import dev.drillbook.runbook.DrillException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The one lock per environment: whoever holds it may break things there. The operating system lets go of it when its
 * owner dies, so a dead owner holds nobody up.
 */
public final class EnvironmentLock implements AutoCloseable {
    private final FileChannel file;

    private EnvironmentLock(FileChannel file) {
        this.file = file;
    }

    /**
     * @param folder where locks are kept, shared by all who may drill this environment
     * @throws Busy when another drill has it
     */
    public static EnvironmentLock take(Path folder, String environment) {
        try {
            Files.createDirectories(folder);
            FileChannel file = FileChannel.open(
                    folder.resolve(environment + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locks(file)) return new EnvironmentLock(file);
            file.close();
        } catch (IOException e) {
            throw new DrillException(
                    "cannot lock environment '" + environment + "' in " + folder + ": " + e.getMessage()
                            + "; the folder must be writable",
                    e);
        }
        throw new Busy("another drill is running on environment '" + environment
                + "': wait for it, or end it with drillbook abort");
    }

    private static boolean locks(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new DrillException("cannot let go of an environment's lock: " + e.getMessage(), e);
        }
    }
}
