package dev.drillbook.cli;

import dev.drillbook.runbook.DrillException;

/** A signal ended the command before any drill began. */
final class EndedBySignal extends DrillException {
    private final int code;

    /** @param signal such as {@code SIGTERM} */
    EndedBySignal(String signal, int code) {
        super("ended by " + signal + " before anything was broken");
        this.code = code;
    }

    /** 128 and the signal's number, unless an earlier drill still owes. */
    int code() {
        return code;
    }
}
