package dev.drillbook.environment;

import dev.drillbook.runbook.Input;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Literal;
import dev.drillbook.runbook.Reading;
import dev.drillbook.runbook.Signal;
import dev.drillbook.runbook.Value;
import dev.drillbook.runbook.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The world as one environment gives it: inputs have values, and signals have readings. */
public final class BoundWorld implements World {
    /** Where the readings of signals come from. */
    public interface Readings {
        List<Reading> last(Signal<?> signal, Duration trailing);
    }

    private final Map<String, String> inputs;
    private final Readings readings;

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
        String text = inputs.get(input.name());
        if (text == null)
            throw new Invalid("input '" + input.name() + "' has no value here: give one with --input " + input.name()
                    + "=…" + known());
        return input.read(text);
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
