package dev.drillbook.settings;

import dev.drillbook.runbook.Invalid;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them in a file: {@code 90 seconds}, {@code 15 minutes}, {@code 1 day}. */
final class Spans {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6}) ?([a-z]+)");
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1),
            "second", Duration.ofSeconds(1),
            "min", Duration.ofMinutes(1),
            "minute", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "hour", Duration.ofHours(1),
            "d", Duration.ofDays(1),
            "day", Duration.ofDays(1),
            "week", Duration.ofDays(7));

    private Spans() {}

    /** @throws Invalid when it is none */
    static Duration read(String text) {
        Matcher form = FORM.matcher(text.strip());
        Duration unit = form.matches() ? unit(form.group(2)) : null;
        if (unit == null)
            throw new Invalid("'" + text + "' is no span of time: write one such as 15 minutes, 2 hours or 1 day");
        return unit.multipliedBy(Long.parseLong(form.group(1)));
    }

    private static Duration unit(String word) {
        Duration unit = UNITS.get(word);
        return unit == null && word.endsWith("s") ? UNITS.get(word.substring(0, word.length() - 1)) : unit;
    }
}
