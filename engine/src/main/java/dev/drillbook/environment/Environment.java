package dev.drillbook.environment;

import java.util.Map;
import java.util.Optional;

/**
 * A system under drill.
 *
 * @param inputs values for runbooks' inputs, by name, as text
 * @param site where synthetic users go, if this environment has any
 * @param limits what may be broken there
 */
public record Environment(String name, Map<String, String> inputs, Optional<Site> site, Limits limits) {
    /** One where everything may be broken. */
    public Environment(String name, Map<String, String> inputs, Optional<Site> site) {
        this(name, inputs, site, Limits.NONE);
    }

    public Environment {
        inputs = Map.copyOf(inputs);
    }
}
