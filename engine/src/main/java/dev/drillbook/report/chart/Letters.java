package dev.drillbook.report.chart;

import java.util.regex.Pattern;

/** What a document can hold: XML has no place for some characters, and some turn a whole line around. */
public final class Letters {
    private static final Pattern ODD = Pattern.compile(
            "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]|[\\u202A-\\u202E\\u2066-\\u2069]");

    private Letters() {}

    /** The text, with U+FFFD for each character that cannot be printed. */
    public static String printable(String text) {
        return ODD.matcher(text).replaceAll("\uFFFD");
    }
}
