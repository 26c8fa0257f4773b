package dev.drillbook.web;

import dev.drillbook.runbook.Invalid;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What stands behind the question mark of an address, decoded: {@code ?after=12&environment=practice}. */
record Query(Map<String, String> values) {
    /** @param raw or null */
    static Query of(String raw) {
        Map<String, String> values = new TreeMap<>();
        for (String part : raw == null ? new String[0] : raw.split("&")) {
            String[] pair = part.split("=", 2);
            values.put(decoded(pair[0]), pair.length < 2 ? "" : decoded(pair[1]));
        }
        return new Query(values);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** @throws Invalid when it is missing or no whole number from 0 */
    int number(String name) {
        String value = values.getOrDefault(name, "");
        if (!value.matches("\\d{1,9}"))
            throw new Invalid("not understood: " + name + "='" + value + "'; ask with ?" + name + "=0");
        return Integer.parseInt(value);
    }
}
