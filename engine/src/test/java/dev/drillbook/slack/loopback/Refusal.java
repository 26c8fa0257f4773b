package dev.drillbook.slack.loopback;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Why Slack does not do what it was asked. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Rule rule;
    private final String code;
    private final transient ObjectNode more = Json.of();

    Refusal(Rule rule, String code, String words) {
        super(words);
        this.rule = rule;
        this.code = code;
    }

    /** One word more in the answer, as {@code needed} is. */
    Refusal with(String name, Object value) {
        more.set(name, Json.tree(value));
        return this;
    }

    Rule rule() {
        return rule;
    }

    String code() {
        return code;
    }

    ObjectNode json() {
        ObjectNode answer = Json.of("ok", false, "error", code);
        answer.setAll(more);
        if (code.startsWith("invalid_arg") || code.equals("invalid_blocks"))
            answer.set("response_metadata", Json.of("messages", List.of("[ERROR] " + getMessage())));
        return answer;
    }
}
