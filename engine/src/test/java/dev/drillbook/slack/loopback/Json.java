package dev.drillbook.slack.loopback;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Trees of JSON, as Slack's answers are written in tests. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    /** @param pairs names and values in turn; a value of null is left out, as Slack does */
    static ObjectNode of(Object... pairs) {
        ObjectNode node = MAPPER.createObjectNode();
        for (int i = 0; i < pairs.length; i += 2)
            if (pairs[i + 1] != null) node.set((String) pairs[i], tree(pairs[i + 1]));
        return node;
    }

    static ArrayNode list(Iterable<?> values) {
        ArrayNode list = MAPPER.createArrayNode();
        values.forEach(value -> list.add(tree(value)));
        return list;
    }

    static JsonNode tree(Object value) {
        return value instanceof JsonNode node ? node : MAPPER.valueToTree(value);
    }

    static Optional<JsonNode> read(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
