package dev.drillbook.runbook;

/**
 * Something that the person at the keyboard should read: the message is one line, names the thing, says what was
 * expected and ends with what to do next; no secret is in it. Doors print the message alone. The two children say how a
 * command ends.
 */
public class DrillException extends RuntimeException {
    public DrillException(String message) {
        super(Secret.hidden(message));
    }

    public DrillException(String message, Throwable cause) {
        super(Secret.hidden(message), cause);
    }
}
