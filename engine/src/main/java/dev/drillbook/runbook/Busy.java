package dev.drillbook.runbook;

/** Another drill has what this one needs: it may start once that one is over. */
public final class Busy extends Refused {
    public Busy(String message) {
        super(message);
    }
}
