package dev.drillbook.calendar;

import dev.drillbook.runbook.Invalid;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The days and the times of day at which a schedule is due, on the clock on the wall: no zone, no holiday.
 *
 * @param text as it was written
 * @param times of each of its days, in order, each once
 */
public record When(String text, Days days, List<LocalTime> times) {
    private static final int MOST_A_DAY = 24 * 60;
    private static final int A_CYCLE = 400;
    private static final LocalDate CYCLE = LocalDate.of(2000, 1, 1);

    public When {
        times = List.copyOf(new TreeSet<>(times));
        if (times.size() > MOST_A_DAY)
            throw new Invalid("'" + text + "' is due " + times.size()
                    + " times a day: write one second, such as 0, so that it is due once a minute at the most");
        if (!comes(days))
            throw new Invalid(
                    "'" + text + "' never comes: there is no " + days.inWords() + "; write a day that exists");
    }

    /**
     * A Quartz cron line of six or seven fields, or the words that teams use: {@code first Tuesday of the quarter at
     * 10:00}, {@code last weekday of the month at 14:30}, {@code 15 January 2027 10:00}, {@code every Monday at 09:00}.
     *
     * @throws Invalid in one line, with the text, what was not understood and the nearest right form
     */
    public static When parse(String text) {
        String words = text.strip().replaceAll("\\s+", " ");
        return CronLine.looksLike(words) ? new CronLine(words).when() : new WhenWords(words).when();
    }

    /** Such as {@code first Tuesday of the quarter at 10:00}, whatever was written. */
    public String inWords() {
        return days.inWords() + " " + TimeWords.of(times);
    }

    /** Whether it says this very date, or this day of the week, so that it is meant even on a weekend. */
    boolean names(LocalDate date) {
        return days.names(date);
    }

    /** In order, lazily. @param last is one of them too, if it is due */
    Stream<LocalDateTime> between(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1)).filter(days::on).flatMap(day -> times.stream()
                .map(day::atTime));
    }

    /** From the last to the first, lazily. */
    Stream<LocalDateTime> backwards(LocalDate last, LocalDate first) {
        List<LocalTime> late = new ArrayList<>(times);
        Collections.reverse(late);
        return last.datesUntil(first.minusDays(1), Period.ofDays(-1))
                .filter(days::on)
                .flatMap(day -> late.stream().map(day::atTime));
    }

    /** The calendar repeats itself every 400 years; where years are named, only they count. */
    private static boolean comes(Days days) {
        return days.years().isEmpty()
                ? CYCLE.datesUntil(CYCLE.plusYears(A_CYCLE)).anyMatch(days::on)
                : days.years().stream()
                        .map(year -> LocalDate.of(year, 1, 1))
                        .anyMatch(year -> year.datesUntil(year.plusYears(1)).anyMatch(days::on));
    }
}
