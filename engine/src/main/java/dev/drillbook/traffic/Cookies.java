package dev.drillbook.traffic;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One user's cookies for one site; paths and expiry dates are not looked at, {@code Max-Age=0} is. For any thread. */
final class Cookies {
    private static final int MOST = 50;

    private final Map<String, String> values = new TreeMap<>();

    /** @param setCookie such as {@code server=b; Path=/} */
    synchronized void keep(String setCookie) {
        String[] parts = setCookie.split(";");
        int equals = parts[0].indexOf('=');
        if (equals < 1) return;
        String name = parts[0].substring(0, equals).strip();
        if (isDeleted(parts)) values.remove(name);
        else if (values.size() < MOST || values.containsKey(name))
            values.put(name, parts[0].substring(equals + 1).strip());
    }

    private static boolean isDeleted(String[] parts) {
        return Arrays.stream(parts)
                .map(part -> part.strip().toLowerCase(Locale.ROOT))
                .anyMatch(part -> part.matches("max-age=(0|-\\d+)"));
    }

    /** A whole header line, or nothing. */
    synchronized String asHeader() {
        if (values.isEmpty()) return "";
        return values.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ", "Cookie: ", "\r\n"));
    }
}
