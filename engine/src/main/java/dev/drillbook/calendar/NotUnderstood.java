package dev.drillbook.calendar;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Nearest;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to say of words that are no {@link When}: the word that is none, or the right form that is most like them. */
record NotUnderstood(String text) {
    private static final List<String> FORMS = List.of(
            "first Tuesday of the quarter at 10:00",
            "last weekday of the month at 14:30",
            "third Monday of January, April, July and October at 10:00",
            "first day of the year at 10:00",
            "every Monday and Thursday at 09:00",
            "every weekday at 09:00",
            "every day at 09:00",
            "15th of the month at 10:00",
            "every 15 January at 10:00",
            "15 January 2027 10:00",
            "2027-01-15 10:00");

    private static final Set<String> VOCABULARY = Stream.of(
                    FORMS.stream().flatMap(form -> Stream.of(form.split("[^A-Za-z]+"))),
                    Stream.of("second", "fourth", "fifth", "each", "daily", "weekdays", "noon"),
                    Arrays.stream(DayOfWeek.values()).map(Names::of),
                    Arrays.stream(Month.values()).map(Names::of))
            .flatMap(words -> words)
            .filter(word -> word.length() > 2 && !List.of("and", "the").contains(word))
            .collect(Collectors.toUnmodifiableSet());

    /** Too short to be what someone meant by another word. */
    private static final Set<String> SMALL =
            Set.of("a", "am", "and", "at", "in", "nd", "of", "on", "pm", "rd", "st", "th", "the", "t");

    Invalid mistake() {
        return unknownWord()
                .orElseGet(() -> new Invalid("'" + text + "' is not understood: write it like '" + form() + "'"));
    }

    /** A wrong word goes before a missing time: it may be the time that was meant. */
    Invalid orNoTime() {
        if (text.isBlank()) return mistake();
        return unknownWord()
                .orElseGet(() -> new Invalid("'" + text + "' says no time of day: write '" + text + " at 10:00'"));
    }

    private Optional<Invalid> unknownWord() {
        return Stream.of(text.split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty() && !isKnown(word))
                .findFirst()
                .map(word -> new Invalid("'" + text + "': no word '" + word + "'"
                        + Nearest.hint(word, VOCABULARY, "write it like '" + form() + "'")));
    }

    private static boolean isKnown(String word) {
        return VOCABULARY.stream().anyMatch(known -> known.equalsIgnoreCase(word))
                || Names.day(word).isPresent()
                || Names.month(word).isPresent()
                || SMALL.contains(word.toLowerCase(Locale.ROOT));
    }

    /** The form that shares most words, and of several the one that says least besides. */
    private String form() {
        Set<String> said = words(text);
        return FORMS.stream()
                .max(Comparator.<String>comparingLong(form ->
                                words(form).stream().filter(said::contains).count())
                        .thenComparing(form -> -words(form).size()))
                .orElseThrow();
    }

    /** A day's or a month's name, and a number, are alike whichever they are. */
    private static Set<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^a-z0-9:]+"))
                .map(word -> Names.day(word).isPresent() ? "(day)" : word)
                .map(word -> Names.month(word).isPresent() ? "(month)" : word)
                .map(word -> word.matches("\\d+:.*") ? "(time)" : word.matches("\\d{4}") ? "(year)" : word)
                .collect(Collectors.toSet());
    }
}
