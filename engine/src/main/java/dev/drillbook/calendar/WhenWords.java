package dev.drillbook.calendar;

import dev.drillbook.calendar.DayRule.Every;
import dev.drillbook.calendar.DayRule.Nth;
import dev.drillbook.runbook.Invalid;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A {@link When} in the words teams use. Capitals do not count, nor "the", nor a comma for an "and". */
final class WhenWords {
    private static final String AGAIN = "(?:(?:every|each) )?";
    private static final Pattern EVERY = Pattern.compile("(?:(?:every|each) (day|weekday|" + ListWords.DAYS + "|"
            + ListWords.DAYS_AGAIN + ")|(daily|weekdays|" + ListWords.DAYS_AGAIN + "))(?: (?:of|in) "
            + ListWords.MONTHS + ")?");
    private static final Pattern NTH_DAY = Pattern.compile(AGAIN + "(" + ListWords.ORDINALS + ")(?: (day|weekday|"
            + ListWords.DAY + "))? (?:of|in) " + ListWords.MONTHS);
    private static final Pattern DAY_OF_MONTH =
            Pattern.compile(AGAIN + "(" + ListWords.NUMERALS + ")(?: day)? (?:of|in) " + ListWords.MONTHS);
    private static final Pattern YEARLY = Pattern.compile("(?:every|each) (.*)|(.*) (?:every|each) year");

    private final String text;
    private final String days;
    private final List<LocalTime> times;

    WhenWords(String text) {
        this.text = text;
        var clock = new ClockWords(text);
        times = clock.times();
        days = clock.days();
    }

    When when() {
        return oneDate()
                .or(this::yearly)
                .or(this::every)
                .or(this::nth)
                .or(this::dayOfMonth)
                .map(found -> new When(text, found, times))
                .orElseThrow(() -> new NotUnderstood(text).mistake());
    }

    private Optional<Days> oneDate() {
        return wholeDate(days).filter(date -> date.year().isPresent()).map(date -> Days.only(date.date(text)));
    }

    private Optional<Days> yearly() {
        Matcher words = YEARLY.matcher(days);
        if (!words.matches()) return Optional.empty();
        return wholeDate(words.group(1) == null ? words.group(2) : words.group(1))
                .filter(date -> date.year().isEmpty() && date.weekday().isEmpty())
                .map(date -> date.yearly(text))
                .map(date -> Days.every(List.of(nth(date)), EnumSet.of(date.getMonth())));
    }

    private static Nth nth(MonthDay date) {
        return new Nth(date.getDayOfMonth(), DayRule.ALL);
    }

    private static Optional<DateWords> wholeDate(String words) {
        return DateWords.beginning(words).filter(date -> date.end() == words.length());
    }

    private Optional<Days> every() {
        Matcher words = EVERY.matcher(days);
        if (!words.matches()) return Optional.empty();
        String which = words.group(1) == null ? words.group(2) : words.group(1);
        String months = words.group(3) == null ? "month" : words.group(3);
        if (ListWords.isLongerThanAMonth(months)) return Optional.empty();
        return Optional.of(Days.every(List.of(new Every(ListWords.days(which))), ListWords.months(months, false)));
    }

    private Optional<Days> nth() {
        Matcher words = NTH_DAY.matcher(days);
        if (!words.matches()) return Optional.empty();
        List<Nth> rules = rules(words.group(1), ListWords.days(words.group(2) == null ? "day" : words.group(2)));
        boolean last = rules.stream().anyMatch(rule -> rule.n() < 0);
        if (ListWords.isLongerThanAMonth(words.group(3))) inOneMonth(words.group(3), rules, last);
        return Optional.of(Days.every(rules, ListWords.months(words.group(3), last)));
    }

    private void inOneMonth(String period, List<Nth> rules, boolean last) {
        if (last && rules.stream().anyMatch(rule -> rule.n() > 0))
            throw new Invalid("'" + text + "': the first and the last are in different months of the " + period
                    + ": write two schedules, one for each");
        if (rules.stream()
                .anyMatch(rule ->
                        rule.n() == 5 && !rule.isDayOfMonth() && !rule.among().equals(DayRule.WEEKDAYS)))
            throw new Invalid("'" + text + "': the fifth is not always in the first month of the " + period
                    + ": write the months, such as 'fifth Monday of January, April, July and October'");
    }

    private Optional<Days> dayOfMonth() {
        Matcher words = DAY_OF_MONTH.matcher(days);
        if (!words.matches() || ListWords.isLongerThanAMonth(words.group(2))) return Optional.empty();
        List<Nth> rules = rules(words.group(1), DayRule.ALL);
        Set<Month> months = ListWords.months(words.group(2), false);
        for (Nth rule : rules) possible(rule.n(), months);
        return Optional.of(Days.every(rules, months));
    }

    private static List<Nth> rules(String ordinals, Set<DayOfWeek> among) {
        return ListWords.ordinals(ordinals).stream().map(n -> new Nth(n, among)).collect(Collectors.toList());
    }

    /** A month that is named must have the day; "the month" means those that have it. */
    private void possible(int day, Set<Month> months) {
        Set<Month> named = months.equals(Days.EVERY_MONTH) ? EnumSet.of(Month.JANUARY) : months;
        for (Month month : named) new DateWords(day, month, Optional.empty(), Optional.empty(), 0).yearly(text);
    }
}
