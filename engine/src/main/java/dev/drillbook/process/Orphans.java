package dev.drillbook.process;

import java.time.Duration;
import java.time.Instant;

/** Commands whose starter was killed: they go on, and do what they were started for. */
public final class Orphans {
    /** The system tells start times up to so much too early. */
    private static final Duration ROUGHLY = Duration.ofSeconds(2);

    private Orphans() {}

    /**
     * Ends those that a process, which is gone, had started since then, and everything that they started. On Linux;
     * elsewhere none is found.
     */
    public static void end(Identity starter, Instant since) throws InterruptedException {
        new Tree(Tree.ofProcess(starter.pid()), since.minus(ROUGHLY)).end();
    }
}
