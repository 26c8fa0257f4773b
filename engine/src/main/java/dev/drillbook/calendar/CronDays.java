package dev.drillbook.calendar;

import dev.drillbook.calendar.DayRule.Every;
import dev.drillbook.calendar.DayRule.Nearest;
import dev.drillbook.calendar.DayRule.Nth;
import dev.drillbook.runbook.Invalid;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two day fields of a cron line, one of which is {@code ?}. Each item of a list is a rule of its own, so that
 * {@code 1W,15W} and {@code MON#1,MON#3} mean what they say, which Quartz refuses.
 */
final class CronDays {
    private static final Pattern FROM_END = Pattern.compile("L(?:-(\\d{1,2}))?(W)?");
    private static final Pattern NEAREST = Pattern.compile("(\\d{1,2})W");
    private static final Pattern LAST = Pattern.compile("(\\w+)L");
    private static final Pattern NTH = Pattern.compile("([^#]+)#(.*)");
    private static final int MOST_FROM_END = 30;

    private final Function<String, Invalid> mistake;

    /** @param mistake what to throw, given what is wrong */
    CronDays(Function<String, Invalid> mistake) {
        this.mistake = mistake;
    }

    List<DayRule> rules(String ofMonth, String ofWeek) {
        if (ofMonth.equals("?") == ofWeek.equals("?"))
            throw mistake.apply("exactly one of the two day fields is '?': write '? * "
                    + (ofWeek.equals("?") || ofWeek.equals("*") ? "TUE" : ofWeek) + "' for days of the week, or '"
                    + (ofMonth.equals("?") ? "15" : ofMonth) + " * ?' for days of the month");
        return ofWeek.equals("?") ? ofMonth(ofMonth) : ofWeek(ofWeek);
    }

    private List<DayRule> ofMonth(String field) {
        if (field.equals("*")) return List.of(new Every(DayRule.ALL));
        List<DayRule> rules = new ArrayList<>();
        for (String item : field.split(",", -1)) rules.addAll(dayOfMonth(item));
        return rules;
    }

    private Collection<DayRule> dayOfMonth(String item) {
        Matcher fromEnd = FROM_END.matcher(item);
        if (fromEnd.matches()) return List.of(fromEnd(item, fromEnd));
        Matcher nearest = NEAREST.matcher(item);
        if (nearest.matches()) return List.of(new Nearest(day(item, nearest.group(1))));
        if (item.endsWith("W"))
            throw wrong(CronField.DAY_OF_MONTH, item, "is not understood: W takes one day, such as 15W, or LW");
        return CronField.DAY_OF_MONTH.read(item, mistake::apply).stream()
                .<DayRule>map(day -> new Nth(day, DayRule.ALL))
                .toList();
    }

    private DayRule fromEnd(String item, Matcher parts) {
        int before = parts.group(1) == null ? 0 : Integer.parseInt(parts.group(1));
        if (before > MOST_FROM_END)
            throw wrong(CronField.DAY_OF_MONTH, item, "goes back too far: write L-1 to L-" + MOST_FROM_END);
        boolean weekday = parts.group(2) != null;
        if (weekday && before == 0) return new Nth(-1, DayRule.WEEKDAYS);
        return weekday ? new Nearest(-1 - before) : new Nth(-1 - before, DayRule.ALL);
    }

    private int day(String item, String digits) {
        return CronField.DAY_OF_MONTH.number(digits, what -> wrong(CronField.DAY_OF_MONTH, item, what));
    }

    /** Plain days of the week together make one rule, "every Monday and Thursday". */
    private List<DayRule> ofWeek(String field) {
        if (field.equals("*")) return List.of(new Every(DayRule.ALL));
        Set<DayOfWeek> every = EnumSet.noneOf(DayOfWeek.class);
        List<DayRule> rules = new ArrayList<>();
        for (String item : field.split(",", -1)) {
            Matcher nth = NTH.matcher(item);
            Matcher last = LAST.matcher(item);
            if (nth.matches()) rules.add(new Nth(nth(item, nth.group(2)), Set.of(one(item, nth.group(1), "#"))));
            else if (last.matches()) rules.add(new Nth(-1, Set.of(one(item, last.group(1), "L"))));
            else every.addAll(plain(item));
        }
        if (!every.isEmpty()) rules.add(new Every(every));
        return rules;
    }

    /** A lone L is Saturday, the last day of Quartz's week. */
    private Collection<DayOfWeek> plain(String item) {
        if (item.equals("L")) return Set.of(DayOfWeek.SATURDAY);
        if (item.contains("L") && item.contains("-"))
            throw wrong(CronField.DAY_OF_WEEK, item, "is not understood: L takes one day, such as FRIL");
        return CronField.DAY_OF_WEEK.read(item, mistake::apply).stream()
                .map(CronDays::day)
                .toList();
    }

    private int nth(String item, String digits) {
        if (digits.matches("[1-5]")) return Integer.parseInt(digits);
        throw wrong(CronField.DAY_OF_WEEK, item, "is not understood: after # goes a number from 1 to 5, such as TUE#1");
    }

    private DayOfWeek one(String item, String word, String sign) {
        if (word.matches("\\w+"))
            return day(CronField.DAY_OF_WEEK.number(word, what -> wrong(CronField.DAY_OF_WEEK, item, what)));
        String first = word.split("\\W", -1)[0];
        String rest = item.substring(item.indexOf(sign));
        throw wrong(
                CronField.DAY_OF_WEEK,
                item,
                "names more than one day: " + sign + " takes one, such as " + (first.isEmpty() ? "TUE" : first) + rest
                        + "; the month's first weekday is 1W as day of the month");
    }

    private Invalid wrong(CronField field, String item, String what) {
        return mistake.apply(field.where(item) + what);
    }

    /** In Quartz's week Sunday is 1. */
    private static DayOfWeek day(int number) {
        return DayOfWeek.SUNDAY.plus(number - 1L);
    }
}
