package dev.drillbook.slack.loopback;

import java.util.Set;

/**
 * A token, and what it may do.
 *
 * @param used the scopes that were needed so far
 */
record Token(Kind kind, String value, Set<String> scopes, Set<String> used) {
    enum Kind {
        BOT("xoxb-"),
        APP("xapp-");

        final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    /** @throws Refusal when it is of the other kind, or lacks a scope */
    void mayCall(Set<Kind> wanted, Set<String> needed) {
        if (!wanted.contains(kind)) throw Rule.TOKEN_KIND.refusal();
        needs(needed, Rule.SCOPE);
    }

    /** @throws Refusal that names what is missing */
    void needs(Set<String> needed, Rule rule) {
        if (!scopes.containsAll(needed))
            throw rule.refusal(needed + " is not among " + scopes)
                    .with("needed", String.join(",", needed))
                    .with("provided", String.join(",", scopes));
        used.addAll(needed);
    }
}
