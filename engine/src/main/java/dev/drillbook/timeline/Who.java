package dev.drillbook.timeline;

import dev.drillbook.runbook.Invalid;

/** The name of whoever starts, says, approves or changes something, and so answers for it on record. */
public final class Who {
    private Who() {}

    /** @return the same @throws Invalid when that is nobody */
    public static String named(String who) {
        if (who == null || who.isBlank()) throw new Invalid("nobody is named who answers for it: say who");
        return who;
    }
}
