package dev.drillbook.target;

import dev.drillbook.runbook.Input;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Literal;
import dev.drillbook.runbook.Reading;
import dev.drillbook.runbook.Secret;
import dev.drillbook.runbook.Signal;
import dev.drillbook.runbook.Value;
import dev.drillbook.runbook.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A world whose inputs a test gives. */
record Given(Map<String, String> inputs) implements World {
    static final World NOTHING = new Given(Map.of());

    @Override
    public <T> T resolve(Value<T> value) {
        if (value instanceof Literal<T> literal) return literal.value();
        Input<T> input = (Input<T>) value;
        if (!inputs.containsKey(input.name())) throw new Invalid("input '" + input.name() + "' has no value here");
        return input.read(inputs.get(input.name()));
    }

    @Override
    public Optional<String> secretly(Value<?> value) {
        return value.type() == Secret.class ? Optional.of("\"$" + value.inWords() + "\"") : Optional.empty();
    }

    @Override
    public List<Reading> readings(Signal<?> signal, Duration trailing) {
        return List.of();
    }
}
