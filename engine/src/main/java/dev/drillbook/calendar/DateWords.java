package dev.drillbook.calendar;

import dev.drillbook.runbook.Invalid;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as people write it: {@code 2027-01-15}, {@code 15 January 2027}, {@code January 15, 2027}, and without the
 * year for one that comes each year.
 *
 * @param year none for every year
 * @param weekday as the text says it, if it does
 * @param end where in the text the date ends
 */
record DateWords(int day, Month month, Optional<Integer> year, Optional<DayOfWeek> weekday, int end) {
    private static final String WEEKDAY = "(?:([a-z]{3,9}),? )?";
    private static final String NUMBER = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final String NAME = "([a-z]{3,9})";
    private static final String YEAR = "(?:,? (\\d{4})\\b)?";
    private static final Pattern ISO = Pattern.compile(WEEKDAY + "(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final Pattern DAY_FIRST = Pattern.compile(WEEKDAY + NUMBER + " (?:of )?" + NAME + "\\b" + YEAR);
    private static final Pattern MONTH_FIRST = Pattern.compile(WEEKDAY + NAME + " " + NUMBER + "\\b" + YEAR);

    /** What the text begins with. @param text in small letters */
    static Optional<DateWords> beginning(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.lookingAt() && isMonth(iso.group(3)) && isWeekday(iso.group(1)))
            return found(iso, 4, Month.of(Integer.parseInt(iso.group(3))), 2);
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.lookingAt() && isWeekday(dayFirst.group(1)))
            return Names.month(dayFirst.group(3)).flatMap(month -> found(dayFirst, 2, month, 4));
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        if (monthFirst.lookingAt() && isWeekday(monthFirst.group(1)))
            return Names.month(monthFirst.group(2)).flatMap(month -> found(monthFirst, 3, month, 4));
        return Optional.empty();
    }

    private static Optional<DateWords> found(Matcher text, int day, Month month, int year) {
        return Optional.of(new DateWords(
                Integer.parseInt(text.group(day)),
                month,
                Optional.ofNullable(text.group(year)).map(Integer::valueOf),
                Optional.ofNullable(text.group(1)).flatMap(Names::day),
                text.end()));
    }

    private static boolean isMonth(String digits) {
        int month = Integer.parseInt(digits);
        return month >= 1 && month <= 12;
    }

    private static boolean isWeekday(String word) {
        return word == null || Names.day(word).isPresent();
    }

    /** @param said what to name in the message @throws Invalid when there is no such date, or it is another weekday */
    LocalDate date(String said) {
        LocalDate date;
        try {
            date = LocalDate.of(year.orElseThrow(), month, day);
        } catch (DateTimeException e) {
            throw impossible(
                    said,
                    " in " + year.get(),
                    month.length(LocalDate.of(year.get(), 1, 1).isLeapYear()));
        }
        if (weekday.isPresent() && weekday.get() != date.getDayOfWeek())
            throw new Invalid("'" + said + "': " + date + " is a " + Names.of(date.getDayOfWeek()) + ", not a "
                    + Names.of(weekday.get()) + ": leave the day of the week out, or correct the date");
        return date;
    }

    /** @param said what to name in the message @throws Invalid when no year has this day */
    MonthDay yearly(String said) {
        try {
            return MonthDay.of(month, day);
        } catch (DateTimeException e) {
            throw impossible(said, "", month.maxLength());
        }
    }

    private Invalid impossible(String said, String when, int length) {
        return new Invalid("'" + said + "': there is no " + day + " " + Names.of(month) + when
                + ": the month ends on the " + Names.numeral(length));
    }
}
