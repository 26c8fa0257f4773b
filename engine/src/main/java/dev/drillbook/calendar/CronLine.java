package dev.drillbook.calendar;

import dev.drillbook.runbook.Invalid;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * A Quartz cron line: seconds, minutes, hours, day of month, month, day of week and, if wanted, the year. What each
 * field means is from Quartz's own page on its CronExpression; times are the clock's on the wall.
 */
record CronLine(String text) {
    private static final int LEAST = 6, MOST = 7;

    /** Whether it is meant for one, right or wrong: nothing else begins with two fields of digits and signs. */
    static boolean looksLike(String text) {
        List<String> words = List.of(text.split(" "));
        return words.size() >= LEAST - 1
                && !text.contains(":")
                && words.subList(0, 2).stream().allMatch(word -> word.matches("[0-9*/,?-]+"));
    }

    When when() {
        List<String> fields = List.of(text.toUpperCase(Locale.ROOT).split(" "));
        if (fields.size() < LEAST || fields.size() > MOST)
            throw mistake("has " + fields.size() + " fields: a Quartz line has six or seven, the seconds first, such as"
                    + " '0 0 10 ? * TUE#1'");
        List<LocalTime> times = times(fields);
        List<DayRule> rules = new CronDays(this::mistake).rules(fields.get(3), fields.get(5));
        return new When(text, new Days(rules, months(fields.get(4)), years(fields)), times);
    }

    private List<LocalTime> times(List<String> fields) {
        var seconds = read(CronField.SECONDS, fields.get(0));
        var minutes = read(CronField.MINUTES, fields.get(1));
        var hours = read(CronField.HOURS, fields.get(2));
        List<LocalTime> times = new ArrayList<>();
        for (int hour : hours)
            for (int minute : minutes) for (int second : seconds) times.add(LocalTime.of(hour, minute, second));
        return times;
    }

    private Set<Month> months(String field) {
        return read(CronField.MONTH, field).stream().map(Month::of).collect(Collectors.toSet());
    }

    private SortedSet<Integer> years(List<String> fields) {
        return fields.size() < MOST || fields.get(6).equals("*")
                ? Collections.emptySortedSet()
                : read(CronField.YEAR, fields.get(6));
    }

    private SortedSet<Integer> read(CronField field, String text) {
        return field.read(text, this::mistake);
    }

    private Invalid mistake(String what) {
        return new Invalid("'" + text + "': " + what);
    }
}
