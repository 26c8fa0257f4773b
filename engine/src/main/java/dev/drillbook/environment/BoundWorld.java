package dev.drillbook.environment;

import dev.drillbook.runbook.Input;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Literal;
import dev.drillbook.runbook.Reading;
import dev.drillbook.runbook.Secret;
import dev.drillbook.runbook.Signal;
import dev.drillbook.runbook.Value;
import dev.drillbook.runbook.ValueType;
import dev.drillbook.runbook.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The world as one environment gives it: inputs have values, and signals have readings. */
public final class BoundWorld implements World {
    /** Where the readings of signals come from. */
    public interface Readings {
        List<Reading> last(Signal<?> signal, Duration trailing);
    }

    private final Map<String, String> inputs;
    private final Readings readings;
    private final SecretsRead secrets = new SecretsRead();

    public BoundWorld(Map<String, String> inputs, Readings readings) {
        this.inputs = Map.copyOf(inputs);
        this.readings = readings;
    }

    /** A world in which nothing is measured: enough for whoever pays an undo. */
    public static BoundWorld unmeasured(Map<String, String> inputs) {
        return new BoundWorld(inputs, (signal, trailing) -> List.of());
    }

    @Override
    public <T> T resolve(Value<T> value) {
        if (value instanceof Literal<T> literal) return literal.value();
        Input<T> input = (Input<T>) value;
        Optional<SecretPlace> place = SecretPlace.named(given(input));
        if (place.isPresent()) return read(input, place.get());
        if (input.type() == Secret.class)
            throw new Invalid("input '" + input.name() + "' is a secret: write where it is, such as secret:env:TOKEN, "
                    + "secret:file:PATH or secret:command:WORDS, and not the secret itself");
        return input.read(given(input));
    }

    private <T> T read(Input<T> input, SecretPlace place) {
        String text = secrets.in(place).reveal();
        try {
            return input.read(text);
        } catch (Invalid e) { // it repeats the text
            throw new Invalid("input '" + input.name() + "' wants "
                    + ValueType.of(input.type()).wanted() + ", and that is not what is in " + place);
        }
    }

    private String given(Input<?> input) {
        String text = inputs.get(input.name());
        if (text != null) return text;
        throw new Invalid("input '" + input.name() + "' has no value here: give one with --input " + input.name() + "=…"
                + known());
    }

    @Override
    public Optional<String> secretly(Value<?> value) {
        return value instanceof Input<?> input
                ? SecretPlace.named(given(input)).map(SecretPlace::typed)
                : Optional.empty();
    }

    private String known() {
        if (inputs.isEmpty()) return "";
        return "; this environment has " + inputs.keySet().stream().sorted().collect(Collectors.joining(", "));
    }

    @Override
    public List<Reading> readings(Signal<?> signal, Duration trailing) {
        return readings.last(signal, trailing);
    }
}
