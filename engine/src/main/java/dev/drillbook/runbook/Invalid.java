package dev.drillbook.runbook;

/** Wrong usage, or a file or value that is not valid: nothing was started (exit 2). */
public class Invalid extends DrillException {
    public Invalid(String message) {
        super(message);
    }

    public Invalid(String message, Throwable cause) {
        super(message, cause);
    }
}
