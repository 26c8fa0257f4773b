package dev.drillbook.runbook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A value that a noun needs: written in the runbook itself, or named there and bound when a drill starts. Nouns keep
 * the value unresolved, so that a plan is the same for every environment and an undo can be paid by another process.
 *
 * @param <T> one of the types of {@link ValueType}
 */
public sealed interface Value<T> permits Input, Literal {
    Class<T> type();

    /** {@code cache-config} for an input, the text itself for a literal. */
    String inWords();

    /** The form in which undos keep it on disk. */
    @JsonValue
    default Written written() {
        String type = ValueType.of(type()).word();
        return this instanceof Input<T> input
                ? new Written(type, input.name(), null)
                : new Written(type, null, inWords());
    }

    @JsonCreator
    static Value<?> of(Written written) {
        ValueType type = ValueType.named(written.type());
        return written.input() != null
                ? new Input<>(written.input(), type.javaType())
                : literal(type.javaType(), type.read(written.text()));
    }

    private static <T> Literal<T> literal(Class<T> type, Object value) {
        return new Literal<>(type, type.cast(value));
    }

    /** @param input the input's name, or null where {@code text} spells the value out */
    record Written(
            @JsonProperty("type") String type,
            @JsonProperty("input") String input,
            @JsonProperty("text") String text) {}
}
