package dev.drillbook.calendar;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of days and months, ordinals and lists, as people write them. */
final class Names {
    static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth");

    private static final int ENOUGH = 3;

    private Names() {}

    static String of(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    static String of(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** @param word such as {@code Tue}, {@code tuesday} or {@code Tuesdays} */
    static Optional<DayOfWeek> day(String word) {
        return beginning(word, List.of(DayOfWeek.values()));
    }

    /** @param word such as {@code Sep}, {@code Sept} or {@code september} */
    static Optional<Month> month(String word) {
        return beginning(word, List.of(Month.values()));
    }

    /** @return such as {@code 1st}, {@code 22nd} */
    static String numeral(int number) {
        boolean teen = number % 100 / 10 == 1;
        int last = teen ? 0 : number % 10;
        return number + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
    }

    /** @return such as {@code first}; from the sixth on, {@code 6th} */
    static String ordinal(int number) {
        return number <= ORDINALS.size() ? ORDINALS.get(number - 1) : numeral(number);
    }

    /** @return such as {@code A, B and C} */
    static String list(Collection<String> names) {
        List<String> all = List.copyOf(names);
        if (all.size() < 2) return String.join("", all);
        return String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.get(all.size() - 1);
    }

    static <T> String list(Collection<T> things, Function<T, String> name) {
        return list(things.stream().map(name).collect(Collectors.toList()));
    }

    private static <T extends Enum<T>> Optional<T> beginning(String word, List<T> names) {
        String upper = word.toUpperCase(Locale.ROOT);
        return upper.length() < ENOUGH
                ? Optional.empty()
                : names.stream()
                        .filter(name -> Stream.of(name.name(), name.name() + "S")
                                .anyMatch(full -> full.equals(upper) || full.startsWith(upper)))
                        .findFirst();
    }
}
