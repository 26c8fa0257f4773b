package dev.drillbook.calendar;

import static dev.drillbook.calendar.RandomCron.pick;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** A schedule of any words, zone, policy, holidays, freezes and working week. */
final class RandomSchedule {
    static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "Asia/Kolkata",
            "Australia/Lord_Howe",
            "America/Santiago",
            "America/Nuuk",
            "UTC");
    private static final List<String> DAYS = List.of(
            "first Tuesday of the quarter",
            "last weekday of the month",
            "1st and 15th of the month",
            "last day of the month",
            "second and fourth Sunday of the month",
            "every Monday",
            "every Saturday and Monday",
            "every Sunday",
            "every day",
            "every weekday of March and October",
            "every 31 December",
            "last Saturday of the year");
    private static final List<String> TIMES = List.of(
            "10:00", "00:00", "00:30", "01:45", "02:15", "02:30", "03:00", "23:30", "02:00 and 02:30", "9am, 2pm");

    private RandomSchedule() {}

    static Schedule of(long seed) {
        var random = new Random(seed);
        TestSchedule schedule = TestSchedule.due(words(random))
                .in(pick(ZONES, random))
                .onForbiddenDays(pick(List.of(Policy.values()), random));
        for (int i = random.nextInt(12); i > 0; i--) schedule.withHolidays(day(random) + " Day off");
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate first = day(random);
            schedule.frozen(
                    "freeze " + i,
                    first.toString(),
                    first.plusDays(random.nextInt(40)).toString());
        }
        if (random.nextInt(4) == 0) schedule.working(DayOfWeek.MONDAY, pick(List.of(DayOfWeek.values()), random));
        return schedule.build();
    }

    static String words(Random random) {
        return random.nextInt(4) == 0
                ? RandomCron.lineThatComes(random)
                : pick(DAYS, random) + " at " + pick(TIMES, random);
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2027, 1, 1).plusDays(random.nextInt(400));
    }
}
