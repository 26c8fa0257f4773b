package dev.drillbook.target;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether two texts are the same value of a setting: Redis answers {@code 1048576} to who said {@code 1mb}. */
final class RedisValue {
    private static final Pattern MEMORY = Pattern.compile("(\\d+)(k|kb|m|mb|g|gb|b)");

    /** As in redis.conf: without the b a thousand is a thousand. */
    private static final Map<String, Long> UNITS = Map.of(
            "b", 1L, "k", 1_000L, "kb", 1L << 10, "m", 1_000_000L, "mb", 1L << 20, "g", 1_000_000_000L, "gb", 1L << 30);

    private RedisValue() {}

    static boolean same(String name, String one, String other) {
        if (name.equals("notify-keyspace-events")) return flags(one).equals(flags(other));
        if (name.equals("client-output-buffer-limit")) return has(one, other) || has(other, one);
        return words(one).equals(words(other));
    }

    /** Its answer names every class of clients; who sets it need not. */
    private static boolean has(String all, String some) {
        return (" " + String.join(" ", words(all)) + " ").contains(" " + String.join(" ", words(some)) + " ");
    }

    private static List<String> words(String value) {
        return Arrays.stream(value.strip().split("\\s+")).map(RedisValue::word).toList();
    }

    private static String word(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        Matcher memory = MEMORY.matcher(lower);
        if (!memory.matches()) return lower;
        return new BigDecimal(memory.group(1))
                .multiply(BigDecimal.valueOf(UNITS.get(memory.group(2))))
                .toPlainString();
    }

    /** {@code A} stands for most of the others; their order says nothing. */
    private static String flags(String value) {
        return value.replace("A", "g$lshzxetd")
                .chars()
                .sorted()
                .distinct()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
