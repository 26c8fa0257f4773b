package dev.drillbook.environment;

import dev.drillbook.runbook.Invalid;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A system under drill.
 *
 * @param inputs values for runbooks' inputs, by name, as text, or where a secret one is: {@code secret:env:NAME}
 * @param site where synthetic users go, if this environment has any
 * @param limits what may be broken there
 */
public record Environment(String name, Map<String, String> inputs, Optional<Site> site, Limits limits) {
    /** {@code scheme://user:password@host}, and {@code ?password=}, as PostgreSQL takes it. */
    private static final Pattern PASSWORD =
            Pattern.compile("^[a-z][a-z0-9+.:-]*://([^@\\s]*:[^@\\s]+@|.*[?&]password=.)", Pattern.CASE_INSENSITIVE);

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
        if (SecretPlace.named(value).isEmpty() && PASSWORD.matcher(value).find())
            throw new Invalid("input '" + name + "' spells a password out: write where its value is, such as "
                    + "secret:env:CACHE_URL, secret:file:/run/secrets/cache or secret:command:WORDS");
    }
}
