package dev.drillbook.slack.loopback;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The arguments of a call, whether they came as a form or as JSON. */
record Args(Map<String, JsonNode> values, boolean asJson) {
    /** @throws Refusal when the body is not what its type says */
    static Args read(String type, String query, String body) {
        Map<String, JsonNode> values = form(query);
        if (body.isEmpty()) return new Args(values, false);
        if (type.startsWith("application/json")) {
            JsonNode json = Json.read(body).filter(JsonNode::isObject).orElseThrow(Rule.JSON::refusal);
            json.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
            return new Args(values, true);
        }
        if (!type.startsWith("application/x-www-form-urlencoded")) throw Rule.CONTENT_TYPE.refusal();
        values.putAll(form(body));
        return new Args(values, false);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name))
                .filter(value -> !value.isNull())
                .map(value -> value.isContainer() ? value.toString() : value.asString(""));
    }

    String textOr(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    /** @throws Refusal when it is not there */
    String need(String name) {
        return text(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> Rule.ARGUMENT.refusal("missing required field: " + name));
    }

    boolean flag(String name) {
        return text(name)
                .filter(value -> value.equals("true") || value.equals("1"))
                .isPresent();
    }

    /** In a form, JSON stands as a string. */
    Optional<JsonNode> json(String name) {
        Optional<JsonNode> value = Optional.ofNullable(values.get(name)).filter(v -> !v.isNull());
        if (value.isEmpty() || value.get().isContainer()) return value;
        return value.filter(v -> !v.asString("").isEmpty()).map(v -> Json.read(v.asString(""))
                .filter(JsonNode::isContainer)
                .orElseThrow(() -> Rule.ARGUMENT.refusal(name + " is no JSON")));
    }

    private static Map<String, JsonNode> form(String text) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0)
                values.put(decoded(pair.substring(0, equals)), Json.tree(decoded(pair.substring(equals + 1))));
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
