package dev.drillbook.calendar;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Days, months and ordinals as people list them, an "and" between any two: what they look like, and what they are. */
final class ListWords {
    static final String DAY =
            "(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";
    static final String DAYS = list(DAY);
    static final String DAYS_AGAIN = list("(?:mon|tues|wednes|thurs|fri|satur|sun)days");
    static final String MONTHS = "(?:(?:each|every|a) )?(month|quarter|year|"
            + list("(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)")
            + ")";
    static final String ORDINALS = list("(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|last)");
    static final String NUMERALS = list("(?:\\d{1,2}(?:st|nd|rd|th))");

    private ListWords() {}

    private static String list(String item) {
        return item + "(?: and " + item + ")*";
    }

    /** @param words {@code day}, {@code weekday}, or names */
    static Set<DayOfWeek> days(String words) {
        return switch (words) {
            case "day", "daily" -> DayRule.ALL;
            case "weekday", "weekdays" -> DayRule.WEEKDAYS;
            default ->
                items(words)
                        .map(word -> Names.day(word).orElseThrow())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
        };
    }

    /** @param words a period, or names @param last whether what is meant is at the end of the period */
    static Set<Month> months(String words, boolean last) {
        return switch (words) {
            case "month" -> Days.EVERY_MONTH;
            case "quarter" -> last ? Days.QUARTER_ENDS : Days.QUARTER_BEGINS;
            case "year" -> EnumSet.of(last ? Month.DECEMBER : Month.JANUARY);
            default ->
                items(words)
                        .map(word -> Names.month(word).orElseThrow())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Month.class)));
        };
    }

    /** A quarter or a year, in which a day's number is not its number in a month. */
    static boolean isLongerThanAMonth(String period) {
        return period.equals("quarter") || period.equals("year");
    }

    /** From 1, or -1 for the last. */
    static List<Integer> ordinals(String words) {
        return items(words).map(ListWords::ordinal).collect(Collectors.toList());
    }

    private static int ordinal(String word) {
        if (word.equals("last")) return -1;
        int spelled = Names.ORDINALS.indexOf(word);
        return spelled < 0 ? Integer.parseInt(word.replaceAll("\\D", "")) : spelled + 1;
    }

    private static Stream<String> items(String list) {
        return Arrays.stream(list.split(" and "));
    }
}
