package dev.drillbook.calendar;

import dev.drillbook.runbook.Invalid;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The end of a {@link When} in words: {@code at 10:00}, {@code 10am}, {@code at 09:00 and 14:00}; and what goes before. */
final class ClockWords {
    private static final List<String> BETWEEN = List.of("and", "at");

    private final String text;
    private final List<String> words;
    private final int begin;

    ClockWords(String text) {
        this.text = text;
        words = Arrays.asList(plain(text).split(" "));
        begin = begin();
        if (begin == words.size()) throw noTime();
    }

    /** In small letters, an "and" for each comma of a list, no article, an ISO date and time apart. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("(\\d{4}-\\d\\d-\\d\\d)t(\\d)", "$1 $2")
                .replaceAll("(\\d) (am|pm)\\b", "$1$2")
                .replaceAll("\\b(?:the|on) ", "")
                .replaceAll("day, (?=\\d{1,2}(?:st|nd|rd|th)? [a-z]|\\d{4}-)", "day ")
                .replaceAll(", (?:and )?(at |\\d{4}\\b(?!-)|\\d+:)", " $1")
                .replaceAll(" ?, ?(?:and )?", " and ")
                .strip();
    }

    private int begin() {
        int at = words.size();
        while (at > 0 && (isTime(at - 1) || (at < words.size() && BETWEEN.contains(words.get(at - 1))))) at--;
        return at;
    }

    private boolean isTime(int at) {
        return TimeWords.LOOKS_LIKE_ONE.matcher(words.get(at)).matches();
    }

    /** At least one. */
    List<LocalTime> times() {
        return words.subList(begin, words.size()).stream()
                .filter(word -> !BETWEEN.contains(word))
                .map(this::time)
                .collect(Collectors.toList());
    }

    private LocalTime time(String word) {
        return TimeWords.read(word)
                .orElseThrow(() -> new Invalid("'" + text + "': '" + word
                        + "' is no time of day: write one from 00:00 to 23:59, or such as 10am"));
    }

    /** What goes before the time, with an "and" for each comma. */
    String days() {
        return String.join(" ", words.subList(0, begin));
    }

    private Invalid noTime() {
        String last = words.get(words.size() - 1);
        if (!last.matches("\\d{1,2}")) return new NotUnderstood(text).orNoTime();
        return new Invalid("'" + text + "': '" + last + "' is no time of day: write " + two(last) + ":00");
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
