package dev.drillbook.target;

import dev.drillbook.runbook.DrillException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A properties file, in the format of {@link java.util.Properties#load(java.io.Reader)}. New values are written in
 * ASCII, so that a reader of ISO-8859-1 and one of UTF-8 understand them alike. Of a key that stands twice the last counts.
 */
final class PropertiesText extends ConfigText {
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String key, int start, Place place) {}

    PropertiesText(String text) {
        super(text);
        int here = 0;
        while (here < text.length()) here = readLine(here);
    }

    private int readLine(int lineStart) {
        int start = lineStart;
        while (start < text.length() && Lines.isBlank(text.charAt(start))) start++;
        boolean saysNothing = start == text.length() || Lines.isBreak(text.charAt(start));
        if (saysNothing || text.charAt(start) == '#' || text.charAt(start) == '!')
            return Lines.next(text, Lines.end(text, start));
        int keyEnd = keyEnd(start);
        int valueStart = valueStart(keyEnd);
        int end = valueStart;
        while (end < text.length() && !Lines.isBreak(text.charAt(end))) end = behind(end);
        entries.add(new Entry(decode(start, keyEnd), start, new Place(valueStart, end, decode(valueStart, end))));
        return Lines.next(text, end);
    }

    private int keyEnd(int start) {
        int end = start;
        while (end < text.length() && !Lines.isBreak(text.charAt(end)) && !isSeparator(text.charAt(end)))
            end = behind(end);
        return end;
    }

    private int valueStart(int keyEnd) {
        int start = skipBlanks(keyEnd);
        boolean separated = start < text.length() && (text.charAt(start) == '=' || text.charAt(start) == ':');
        return separated ? skipBlanks(start + 1) : start;
    }

    private static boolean isSeparator(char c) {
        return c == '=' || c == ':' || Lines.isBlank(c);
    }

    private int skipBlanks(int from) {
        int here = from;
        while (here < text.length() && (Lines.isBlank(text.charAt(here)) || continues(here))) here = behind(here);
        return here;
    }

    private boolean continues(int at) {
        return text.charAt(at) == '\\' && at + 1 < text.length() && Lines.isBreak(text.charAt(at + 1));
    }

    /** Behind the character, the escape, or the continuation with the next line's indentation, that begins here. */
    private int behind(int at) {
        if (!continues(at)) return Math.min(text.length(), text.charAt(at) == '\\' ? at + 2 : at + 1);
        int here = Lines.next(text, at + 1);
        while (here < text.length() && Lines.isBlank(text.charAt(here))) here++;
        return here;
    }

    private String decode(int start, int end) {
        StringBuilder decoded = new StringBuilder();
        for (int here = start; here < end; here = text.startsWith("\\u", here) ? here + 6 : behind(here)) {
            char c = text.charAt(here);
            if (c != '\\') decoded.append(c);
            else if (here + 1 < end && !continues(here)) decoded.append(escaped(here + 1, end));
        }
        return decoded.toString();
    }

    private char escaped(int at, int end) {
        char c = text.charAt(at);
        if (c == 'u') return unicode(at, end);
        int known = "tnrf".indexOf(c);
        return known < 0 ? c : "\t\n\r\f".charAt(known);
    }

    private char unicode(int at, int end) {
        String digits = text.substring(at + 1, Math.min(at + 5, end));
        if (!digits.matches("[0-9A-Fa-f]{4}"))
            throw new DrillException(Lines.number(text, at) + ":" + (at - Lines.start(text, at)) + ": '\\u" + digits
                    + "' is no character: write four hexadecimal digits");
        return (char) Integer.parseInt(digits, 16);
    }

    @Override
    ConfigText with(String newText) {
        return new PropertiesText(newText);
    }

    private Optional<Entry> entry(String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).reduce((first, last) -> last);
    }

    @Override
    Optional<Place> find(String key) {
        return entry(key).map(Entry::place);
    }

    @Override
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        entries.forEach(entry -> values.put(entry.key(), entry.place().value()));
        return values;
    }

    @Override
    String write(Object value, String old) {
        return encode(asText(value), "=:#! ");
    }

    private static String encode(String value, String escapedFirst) {
        StringBuilder encoded = new StringBuilder();
        for (char c : value.toCharArray()) {
            int known = "\t\n\r\f".indexOf(c);
            if (known >= 0) encoded.append('\\').append("tnrf".charAt(known));
            else if (c < ' ' || c > '~') encoded.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            else if (c == '\\' || encoded.isEmpty() && escapedFirst.indexOf(c) >= 0)
                encoded.append('\\').append(c);
            else encoded.append(c);
        }
        return encoded.toString();
    }

    @Override
    String lead(Place place) {
        boolean separated = isSeparator(text.charAt(place.start() - 1)) && !isEscaped(place.start() - 1);
        return separated ? "" : "=";
    }

    private boolean isEscaped(int at) {
        int backslashes = 0;
        while (at - backslashes > 0 && text.charAt(at - backslashes - 1) == '\\') backslashes++;
        return backslashes % 2 == 1;
    }

    @Override
    int depth(String key) {
        return 0;
    }

    @Override
    Edit insertion(String key, String written) {
        String name = encode(key, "#!").replaceAll("[=: ]", "\\\\$0");
        return Lines.append(text, name + "=" + written);
    }

    @Override
    Edit removal(String key, int depth) {
        Entry entry = entry(key).orElseThrow();
        return Lines.remove(text, entry.start(), entry.place().end());
    }
}
