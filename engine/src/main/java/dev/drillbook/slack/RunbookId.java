package dev.drillbook.slack;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.script.Library;

/** What may name a runbook in Slack: an id, never a file, which could be anybody's. */
final class RunbookId {
    private RunbookId() {}

    /** @param usage what to say instead */
    static String of(String word, String usage) {
        if (word.isBlank()) throw new Invalid("which runbook? " + usage + "; " + Slash.COMMAND + " list has them");
        if (!Library.isId(word))
            throw new Invalid("'" + word + "' is a file: " + usage + " with an id of " + Slash.COMMAND + " list");
        return word;
    }
}
