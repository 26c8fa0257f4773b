package dev.drillbook.script;

/** Every loop of a runbook asks at each turn whether it may go on, so that an endless one can be ended. */
public final class Pulse {
    private Pulse() {}

    /** @throws Stopped when building took too long */
    @Word("")
    public static void beat() {
        if (Thread.currentThread().isInterrupted()) throw new Stopped();
    }

    static final class Stopped extends RuntimeException {
        Stopped() {
            super("stopped", null, false, false);
        }
    }
}
