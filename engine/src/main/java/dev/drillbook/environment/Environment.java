package dev.drillbook.environment;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Password;
import java.util.Map;
import java.util.Optional;

/**
 * A system under drill.
 *
 * @param inputs values for runbooks' inputs, by name, as text, or where a secret one is: {@code secret:env:NAME}
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
        inputs.forEach(Environment::checkInput);
    }

    /** @throws Invalid when an input's value spells a password out, which would be written down with every drill */
    public static void checkInput(String name, String value) {
        if (SecretPlace.named(value).isEmpty() && Password.isIn(value))
            throw new Invalid("input '" + name + "' spells a password out: write where its value is, such as "
                    + "secret:env:CACHE_URL, secret:file:/run/secrets/cache or secret:command:WORDS");
    }
}
