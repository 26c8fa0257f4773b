package dev.drillbook.slack.loopback;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The tokens that were issued. */
final class Tokens {
    private final Map<String, Token> issued = new ConcurrentHashMap<>();

    String issue(Token.Kind kind, Set<String> scopes) {
        String value = kind.prefix + "loopback-" + (issued.size() + 1);
        issued.put(value, new Token(kind, value, new TreeSet<>(scopes), ConcurrentHashMap.newKeySet()));
        return value;
    }

    /** The scopes that bots' calls have needed until now. */
    Set<String> used() {
        return issued.values().stream()
                .filter(token -> token.kind() == Token.Kind.BOT)
                .flatMap(token -> token.used().stream())
                .collect(Collectors.toSet());
    }

    void revoke(String token) {
        issued.remove(token);
    }

    /** @throws Refusal when there is none, or it is unknown */
    Token of(Optional<String> authorization, Args args) {
        String value = authorization
                .map(header -> header.replaceFirst("(?i)^bearer ", "").strip())
                .or(() -> args.text("token"))
                .filter(token -> !token.isEmpty())
                .orElseThrow(Rule.NO_TOKEN::refusal);
        return Optional.ofNullable(issued.get(value)).orElseThrow(Rule.UNKNOWN_TOKEN::refusal);
    }
}
