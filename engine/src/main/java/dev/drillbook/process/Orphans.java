package dev.drillbook.process;

/** Commands whose starter was killed: they go on, and do what they were started for. */
public final class Orphans {
    private Orphans() {}

    /**
     * Ends those that a process, which is gone, had started since then, and everything that they started. On Linux;
     * elsewhere none is found. The wall clock, which may be set meanwhile, has no part in it.
     *
     * @param starter what {@link #mark} said in that process
     * @param since what {@link System#nanoTime} said in that process
     */
    public static void end(String starter, long since) {
        try {
            new Tree(starter, since).end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // they were told to end
        }
    }

    /** What all commands bear that this process starts, and those of no other process. */
    public static String mark() {
        return Tree.OURS;
    }
}
