package dev.drillbook.slack;

import dev.drillbook.control.Verb;
import dev.drillbook.runbook.Invalid;

/**
 * What a button does: it says a verb to a drill.
 *
 * @param drill its id
 * @param text what the verb needs, such as a hypothesis's number; or empty
 */
record Action(Verb verb, String drill, String text) {
    private static final String PREFIX = "drillbook-";

    /** The {@code action_id}: the verb, and what keeps two buttons of one block apart. */
    String id() {
        return PREFIX + verb.word() + (text.isEmpty() ? "" : "-" + text);
    }

    /** The {@code value} of the button. */
    String value() {
        return verb.word() + " " + drill + " " + text;
    }

    /** @throws Invalid when it is none of ours */
    static Action of(String value) {
        String[] words = value.split(" ", 3);
        if (words.length < 3) throw new Invalid("this button is not Drillbook's: '" + value + "'");
        return new Action(Verb.of(words[0]), words[1], words[2]);
    }
}
