package dev.drillbook.target;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Password;
import dev.drillbook.runbook.Secret;
import dev.drillbook.runbook.Value;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What nouns say, and what a runbook may say to them. */
final class Words {
    private static final Pattern SECRET = Pattern.compile(
            "(password|passwd|pwd|pass|passphrase|secret|credentials?|token|auth|(api|private|secret|access)[-_.]?key)$");

    private Words() {}

    /**
     * The settings of a named-argument call, in their order.
     *
     * @throws Invalid when there is none, one is no text, number or boolean, or a secret would be in the undo
     */
    static Map<String, Object> settings(String noun, Map<String, ?> given) {
        if (given.isEmpty()) throw new Invalid(noun + " without a key: write one, such as 'ttl-seconds': 60");
        Map<String, Object> settings = new LinkedHashMap<>();
        given.forEach((key, value) -> settings.put(key, setting(noun + " '" + key + "'", key, value)));
        return Collections.unmodifiableMap(settings);
    }

    private static Object setting(String name, String key, Object value) {
        if (SECRET.matcher(key.toLowerCase(Locale.ROOT)).find()) throw secretInUndo(name);
        if (value instanceof CharSequence) return withoutPassword(name, value.toString());
        if (value instanceof Boolean || value instanceof Number) return value;
        String what = value == null
                ? "nothing"
                : value instanceof Value ? "an input" : "a " + value.getClass().getSimpleName();
        throw new Invalid(name + " is " + what + ": write a text, a number, true or false");
    }

    private static String withoutPassword(String name, String value) {
        if (Password.isIn(value))
            throw new Invalid(name + " spells a password out, which would be written down with every drill: write a"
                    + " value without one");
        return value;
    }

    /** @param was what was there before; it is kept in the undo, as it is. @throws Invalid without repeating it */
    static void mustBeNoSecret(String name, String was) {
        if (Secret.isIn(was)) throw secretInUndo(name);
        if (Password.isIn(was))
            throw new Invalid(name + " holds a password, which would be kept in the undo in plain text: break something"
                    + " else");
    }

    private static Invalid secretInUndo(String name) {
        return new Invalid(
                name + " looks like a secret, and its old value would be kept in the undo in plain text: break"
                        + " something else");
    }

    static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    static String keys(Map<String, ?> settings) {
        return String.join(", ", settings.keySet());
    }

    static String pairs(Map<String, ?> settings) {
        return settings.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + text(pair.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** One word of a line for a POSIX shell. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** The first line of what went wrong. */
    static String why(Throwable e) {
        Throwable cause = e;
        while (cause.getMessage() == null && cause.getCause() != null) cause = cause.getCause();
        return cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getMessage().strip().split("\\R", 2)[0];
    }
}
