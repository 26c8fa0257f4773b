package dev.drillbook.calendar;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day as people write them. */
final class TimeWords {
    static final Pattern LOOKS_LIKE_ONE = Pattern.compile("\\d+:\\S*|\\d+(?:am|pm)|noon");

    private static final int FEW = 4;
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?::(\\d{2}))?(?::(\\d{2}))?(am|pm)?");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private TimeWords() {}

    /** @param word such as {@code 10:00}, {@code 9:30}, {@code 10:00:30}, {@code 10am}, {@code 2:30pm} or {@code noon} */
    static Optional<LocalTime> read(String word) {
        if (word.equals("noon")) return Optional.of(LocalTime.NOON);
        Matcher time = TIME.matcher(word);
        if (!time.matches() || (time.group(2) == null && time.group(4) == null)) return Optional.empty();
        try {
            return Optional.of(LocalTime.of(hour(time), number(time.group(2)), number(time.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int hour(Matcher time) {
        int hour = number(time.group(1));
        if (time.group(4) == null) return hour;
        if (hour < 1 || hour > 12) throw new DateTimeException("an hour of twelve");
        return hour % 12 + (time.group(4).equals("pm") ? 12 : 0);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Such as {@code 10:00}. */
    static String of(LocalTime time) {
        return (time.getSecond() == 0 ? SHORT : LONG).format(time);
    }

    /** Such as {@code at 10:00 and 14:00}, or {@code 96 times a day, from 00:00 to 23:45}. */
    static String of(List<LocalTime> times) {
        return times.size() <= FEW
                ? "at " + Names.list(times, TimeWords::of)
                : times.size() + " times a day, from " + of(times.get(0)) + " to " + of(times.get(times.size() - 1));
    }
}
