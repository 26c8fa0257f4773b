package dev.drillbook.environment;

import dev.drillbook.process.ProcessLock;
import dev.drillbook.runbook.Busy;
import dev.drillbook.runbook.DrillException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The one lock per environment: whoever holds it may break things there. The operating system lets go of it when its
 * owner dies, so a dead owner holds nobody up.
 */
public final class EnvironmentLock implements AutoCloseable {
    private final ProcessLock lock;

    private EnvironmentLock(ProcessLock lock) {
        this.lock = lock;
    }

    /**
     * @param folder where locks are kept, shared by all who may drill this environment
     * @throws Busy when another drill has it
     */
    public static EnvironmentLock take(Path folder, String environment) {
        try {
            return new EnvironmentLock(ProcessLock.take(folder.resolve(environment + ".lock"))
                    .orElseThrow(() -> new Busy("another drill is running on environment '" + environment
                            + "': wait for it, or end it with drillbook abort")));
        } catch (IOException e) {
            throw new DrillException(
                    "cannot lock environment '" + environment + "' in " + folder + ": " + e.getMessage()
                            + "; the folder must be writable",
                    e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new DrillException("cannot let go of an environment's lock: " + e.getMessage(), e);
        }
    }
}
