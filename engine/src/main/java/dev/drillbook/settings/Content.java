package dev.drillbook.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a setting holds: settings by key, settings in a list, or a scalar. */
sealed interface Content {
    JsonNodeFactory JSON = JsonNodeFactory.instance;

    default Map<String, Setting> members() {
        return Map.of();
    }

    default List<Setting> items() {
        return List.of();
    }

    default String text() {
        return "";
    }

    /** The same as JSON, for the schema. */
    JsonNode json();

    record Mapping(Map<String, Setting> members) implements Content {
        public Mapping {
            members = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public JsonNode json() {
            ObjectNode object = JSON.objectNode();
            members.forEach((key, setting) -> object.set(key, setting.content().json()));
            return object;
        }
    }

    record Sequence(List<Setting> items) implements Content {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public JsonNode json() {
            var array = JSON.arrayNode();
            items.forEach(item -> array.add(item.content().json()));
            return array;
        }
    }

    /** @param json as YAML's core schema reads it: a number, true, false, null or text */
    record Scalar(String text, JsonNode json) implements Content {}
}
