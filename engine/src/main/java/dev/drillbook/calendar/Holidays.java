package dev.drillbook.calendar;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Days on which nobody is at work.
 *
 * @param dates names of single days
 * @param yearly names of days that come each year; 29 February only in leap years
 */
public record Holidays(Map<LocalDate, String> dates, Map<MonthDay, String> yearly) {
    public static final Holidays NONE = new Holidays(Map.of(), Map.of());

    private static final String NAMELESS = "(no name)";

    public Holidays {
        dates = Map.copyOf(dates);
        yearly = Map.copyOf(yearly);
    }

    /**
     * @param lines a date each, and its name: {@code 2027-01-06 Epiphany}, {@code 6 January 2027 Epiphany}, or for every
     *     year {@code 25 December Christmas Day}
     * @throws Invalid when a line begins with no date, or with one that does not exist
     */
    public static Holidays of(List<String> lines) {
        Map<LocalDate, String> dates = new HashMap<>();
        Map<MonthDay, String> yearly = new HashMap<>();
        for (String line : lines) {
            String text = line.strip().replaceAll("\\s+", " ");
            DateWords date = DateWords.beginning(text.toLowerCase(Locale.ROOT))
                    .orElseThrow(() -> new Invalid("holiday '" + text + "' begins with no date: write such as"
                            + " '2027-01-06 Epiphany', or '25 December Christmas Day' for every year"));
            String name = text.substring(date.end()).replaceFirst("^[\\s:,-]+", "");
            if (date.year().isPresent()) dates.put(date.date(text), name.isEmpty() ? NAMELESS : name);
            else yearly.put(date.yearly(text), name.isEmpty() ? NAMELESS : name);
        }
        return new Holidays(dates, yearly);
    }

    /**
     * The whole-day events of an {@code .ics} file, up to the end of 2099.
     *
     * @throws Invalid when it cannot be read, or has no such event
     */
    public static Holidays read(Path ics) {
        try {
            return HolidayFile.read(Files.readString(ics), ics.toString());
        } catch (IOException e) {
            throw new Invalid(ics + " cannot be read (" + Reason.of(e) + "): name an .ics file in UTF-8", e);
        }
    }

    /** These and others; where both name a day, the others' name is told. */
    public Holidays and(Holidays others) {
        Map<LocalDate, String> allDates = new HashMap<>(dates);
        allDates.putAll(others.dates);
        Map<MonthDay, String> allYearly = new HashMap<>(yearly);
        allYearly.putAll(others.yearly);
        return new Holidays(allDates, allYearly);
    }

    /** The name of the holiday, if it is one. */
    public Optional<String> on(LocalDate date) {
        return Optional.ofNullable(dates.get(date)).or(() -> Optional.ofNullable(yearly.get(MonthDay.from(date))));
    }
}
