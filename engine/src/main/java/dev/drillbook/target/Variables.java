package dev.drillbook.target;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.drillbook.process.Command;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Literal;
import dev.drillbook.runbook.Secret;
import dev.drillbook.runbook.Value;
import dev.drillbook.runbook.World;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a command finds in its environment besides what it inherits: the way in for secrets, which no other user sees. */
record Variables(@JsonValue Map<String, Value<?>> values) {
    static final Variables NONE = new Variables(Map.of());

    @JsonCreator
    Variables {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** @throws Invalid when a name is none, or a value is no text, number or input */
    static Variables of(Map<String, ?> given) {
        Map<String, Value<?>> values = new LinkedHashMap<>();
        given.forEach((name, value) -> values.put(name(name), value(name, value)));
        return new Variables(values);
    }

    private static String name(String name) {
        if (name.matches("[A-Za-z_][A-Za-z0-9_]*")) return name;
        throw new Invalid("Shell: '" + name + "' is no name of a variable: write one such as DB_PASSWORD");
    }

    private static Value<?> value(String name, Object value) {
        if (value instanceof Value<?> open) return open;
        if (value instanceof CharSequence || value instanceof Number)
            return new Literal<>(String.class, Words.text(value));
        throw new Invalid("Shell: variable " + name
                + " is nothing that a command can read: write a text, a number or an" + " input");
    }

    Command in(Command command, World world) {
        Command with = command;
        for (Map.Entry<String, Value<?>> variable : values.entrySet())
            with = with.with(variable.getKey(), text(world.resolve(variable.getValue())));
        return with;
    }

    private static String text(Object resolved) {
        return resolved instanceof Secret secret ? secret.reveal() : String.valueOf(resolved);
    }

    /** To be written before a command. */
    String typed(World world) {
        return values.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + shown(variable.getValue(), world) + " ")
                .collect(Collectors.joining());
    }

    private static String shown(Value<?> value, World world) {
        return world.secretly(value).orElseGet(() -> Words.quoted(text(world.resolve(value))));
    }
}
