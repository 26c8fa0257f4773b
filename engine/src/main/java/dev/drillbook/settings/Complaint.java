package dev.drillbook.settings;

import com.networknt.schema.Error;
import dev.drillbook.runbook.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What the schema finds wrong, in words: what was written, and what to write instead.
 *
 * @param part of the schema that says so; its {@code examples} and {@code enum} are what to write
 * @param setting where; for a key that is missing or too much, what it is missing or too much in
 */
record Complaint(Error error, Optional<JsonNode> part, Setting setting) {
    private static final Map<String, String> TYPES = Map.of(
            "object",
            "keys and values",
            "array",
            "a list",
            "string",
            "text",
            "integer",
            "a whole number",
            "number",
            "a number",
            "boolean",
            "true or false");

    Place place() {
        boolean isAboutAKey = List.of("additionalProperties", "propertyNames").contains(error.getKeyword());
        return isAboutAKey
                ? setting.get(error.getProperty()).map(Setting::place).orElse(setting.place())
                : setting.place();
    }

    String inWords() {
        return switch (error.getKeyword()) {
            case "additionalProperties" -> unknown();
            case "propertyNames" ->
                "a name cannot be '" + error.getProperty() + "': use letters, digits, -, _ and ., such as staging-2";
            case "required" -> name() + " has no '" + error.getProperty() + "': add one" + example(property());
            case "type" -> name() + " must be " + wantedType() + example(part);
            case "enum" -> oneOf();
            case "minItems" -> name() + " is empty: write at least one" + example(part);
            default -> name() + " cannot be " + written() + ": write " + exampleAlone();
        };
    }

    private String name() {
        return setting.path().isEmpty() ? "the file" : "'" + setting.path() + "'";
    }

    /** Not again where the schema says {@code writeOnly}: it may be a secret. */
    private String written() {
        boolean isSecret =
                part.map(schema -> schema.path("writeOnly").asBoolean(false)).orElse(false);
        return isSecret ? "what is written there" : "'" + setting.text() + "'";
    }

    private String unknown() {
        List<String> known = new ArrayList<>();
        part.map(schema -> schema.get("properties")).ifPresent(keys -> known.addAll(keys.propertyNames()));
        String where = setting.path().isEmpty() ? "" : " in '" + setting.path() + "'";
        return "no setting '" + error.getProperty() + "'" + where
                + Nearest.hint(error.getProperty(), known, "there is " + String.join(", ", known));
    }

    private Optional<JsonNode> property() {
        return part.map(schema -> schema.get("properties")).map(keys -> keys.get(error.getProperty()));
    }

    private String wantedType() {
        return part.map(schema -> schema.get("type")).stream()
                .flatMap(type -> type.isArray() ? type.values().stream() : Stream.of(type))
                .map(type -> TYPES.getOrDefault(type.asString(), type.asString()))
                .collect(Collectors.joining(" or "));
    }

    private String oneOf() {
        List<String> words = part.map(schema -> schema.get("enum")).stream()
                .flatMap(values -> values.values().stream())
                .map(JsonNode::asString)
                .toList();
        return name() + " cannot be '" + setting.text() + "'"
                + Nearest.hint(setting.text(), words, "write " + String.join(" or ", words));
    }

    private static String example(Optional<JsonNode> schema) {
        String examples = examples(schema);
        return examples.isEmpty() ? "" : ", such as " + examples;
    }

    private String exampleAlone() {
        String examples = examples(part);
        return examples.isEmpty() ? "it otherwise: " + error.getMessage() : "it such as " + examples;
    }

    private static String examples(Optional<JsonNode> schema) {
        return schema.map(part -> part.get("examples")).stream()
                .flatMap(examples -> examples.values().stream())
                .map(example -> example.isString() ? example.asString() : example.toString())
                .collect(Collectors.joining(", or "));
    }
}
