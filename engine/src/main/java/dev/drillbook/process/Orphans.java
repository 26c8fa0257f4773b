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
     *
     * @param starter what {@link #mark} said in that process
     */
    public static void end(String starter, Instant since) {
        try {
            new Tree(starter, since.minus(ROUGHLY)).end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // they were told to end
        }
    }

    /** What all commands bear that this process starts, and those of no other process. */
    public static String mark() {
        return Tree.OURS;
    }
}
