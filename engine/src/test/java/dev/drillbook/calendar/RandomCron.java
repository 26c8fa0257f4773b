package dev.drillbook.calendar;

import dev.drillbook.runbook.Invalid;
import java.util.List;
import java.util.Random;

/** Cron lines of every plain kind that both we and Quartz read; some never come, such as one of 31 February. */
final class RandomCron {
    private static final List<String> OF_MONTH = List.of(
            "*", "1", "15", "31", "1,15", "5-9", "28-3", "1/10", "*/7", "L", "L-1", "L-5", "LW", "1W", "15W", "28W");
    private static final List<String> OF_WEEK = List.of(
            "*", "MON", "SUN", "1", "7", "MON-FRI", "FRI-MON", "TUE,THU", "2/2", "MON#1", "6#3", "SUN#5", "2L", "SATL",
            "L");
    private static final List<String> MONTHS =
            List.of("*", "1", "JAN", "2,6", "MAR-MAY", "NOV-FEB", "1/3", "3/3", "*/5", "12");
    private static final List<String> HOURS = List.of("0", "10", "9,17", "8-11", "22-2", "0/6", "*/8", "23");
    private static final List<String> MINUTES = List.of("0", "30", "15,45", "0/20", "58-2", "59");
    private static final List<String> SECONDS = List.of("0", "30", "15,45");
    private static final List<String> YEARS = List.of("", "", "", " *", " 2027", " 2026-2028", " 2026/3");

    private RandomCron() {}

    static String line(Random random) {
        boolean ofMonth = random.nextBoolean();
        String day = pick(ofMonth ? OF_MONTH : OF_WEEK, random);
        return times(day, random) + " " + (ofMonth ? day : "?") + " " + pick(MONTHS, random) + " "
                + (ofMonth ? "?" : day) + pick(YEARS, random);
    }

    /** One whose days exist. */
    static String lineThatComes(Random random) {
        String line = line(random);
        try {
            When.parse(line);
            return line;
        } catch (Invalid never) {
            return lineThatComes(random);
        }
    }

    /** One only for a nearest weekday: Quartz forgets the others. */
    private static String times(String day, Random random) {
        return day.matches("\\d+W")
                ? "0 30 10"
                : pick(SECONDS, random) + " " + pick(MINUTES, random) + " " + pick(HOURS, random);
    }

    static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
