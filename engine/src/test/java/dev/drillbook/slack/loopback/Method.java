package dev.drillbook.slack.loopback;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** One method of the Web API: what a caller needs, and what it does. */
record Method(Set<Token.Kind> kinds, Set<String> scopes, boolean readsJson, Work work) {
    /** The work itself; it holds the workspace's lock. */
    interface Work {
        /** @return the answer, without its {@code ok} */
        ObjectNode answer(Token asker, Args args);
    }

    /** Whoever has a token may ask. */
    static Method any(Work work) {
        return new Method(Set.of(Token.Kind.values()), Set.of(), true, work);
    }

    static Method bot(String scope, Work work) {
        return new Method(Set.of(Token.Kind.BOT), scope.isEmpty() ? Set.of() : Set.of(scope), true, work);
    }

    static Method app(String scope, Work work) {
        return new Method(Set.of(Token.Kind.APP), Set.of(scope), true, work);
    }

    /** Slack reads no JSON for it. */
    Method formOnly() {
        return new Method(kinds, scopes, false, work);
    }
}
