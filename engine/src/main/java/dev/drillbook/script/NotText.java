package dev.drillbook.script;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Mistake;

/** A runbook's bytes are no text from some place on. */
final class NotText extends Invalid {
    private final transient Mistake mistake;

    NotText(Mistake mistake, Exception why) {
        super(mistake.inWords(), why);
        this.mistake = mistake;
    }

    Mistake mistake() {
        return mistake;
    }
}
