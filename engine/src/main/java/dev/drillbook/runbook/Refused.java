package dev.drillbook.runbook;

/** Refused by a safety rule: nothing was broken (exit 3). */
public class Refused extends DrillException {
    public Refused(String message) {
        super(message);
    }
}
