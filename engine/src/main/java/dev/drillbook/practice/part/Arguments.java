package dev.drillbook.practice.part;

import dev.drillbook.runbook.Invalid;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arguments of a part: {@code --name value}, or a flag {@code --name}; a name may come more than once. */
public record Arguments(Map<String, List<String>> values) {
    public static Arguments of(String... words) {
        var values = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < words.length; i++) {
            if (!words[i].startsWith("--"))
                throw new Invalid("'" + words[i] + "': expected an option; write --name value");
            var given = values.computeIfAbsent(words[i].substring(2), name -> new ArrayList<>());
            if (i + 1 < words.length && !words[i + 1].startsWith("--")) given.add(words[++i]);
        }
        return new Arguments(values);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** @throws Invalid when it is missing or came more than once */
    public String one(String name) {
        var given = values.getOrDefault(name, List.of());
        if (given.size() != 1)
            throw new Invalid(
                    "--" + name + ": expected one value, got " + given.size() + "; write --" + name + " VALUE once");
        return given.get(0);
    }

    /** A port from 0 (any free one) to 65535. */
    public int port() {
        try {
            int port = Integer.parseInt(one("port"));
            if (port >= 0 && port <= 65535) return port;
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new Invalid("--port " + one("port") + ": expected a number from 0 to 65535; write --port 8080");
    }

    public Path file(String name) {
        return Path.of(one(name));
    }

    public URI address(String name) {
        return URI.create(one(name));
    }

    /** Values written {@code name=value}, in the order given; at least one. */
    public Map<String, String> named(String option) {
        var named = new LinkedHashMap<String, String>();
        for (String value : values.getOrDefault(option, List.of())) {
            int equals = value.indexOf('=');
            if (equals < 1)
                throw new Invalid("--" + option + " " + value + ": expected a name and an address; write --" + option
                        + " shop-1=ADDRESS");
            named.put(value.substring(0, equals), value.substring(equals + 1));
        }
        if (named.isEmpty()) throw new Invalid("--" + option + " is missing; write --" + option + " shop-1=ADDRESS");
        return named;
    }
}
