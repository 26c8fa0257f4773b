package dev.drillbook.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Which days of a month. */
sealed interface DayRule {
    Set<DayOfWeek> ALL = Collections.unmodifiableSet(EnumSet.allOf(DayOfWeek.class));

    /** Monday to Friday, in whatever working week: it is what cron means by W, and people by "weekday". */
    Set<DayOfWeek> WEEKDAYS = Collections.unmodifiableSet(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    boolean on(LocalDate date);

    /** Whether the rule says this day of the week by name, so that it is meant even on a weekend. */
    default boolean names(DayOfWeek day) {
        return false;
    }

    /** Such as {@code first Tuesday}: without the month. */
    String inWords();

    /** Every day whose day of the week is among these. */
    record Every(Set<DayOfWeek> among) implements DayRule {
        @Override
        public boolean on(LocalDate date) {
            return among.contains(date.getDayOfWeek());
        }

        @Override
        public boolean names(DayOfWeek day) {
            return named(among, day);
        }

        @Override
        public String inWords() {
            return "every " + (among.equals(ALL) ? "day" : kind(among));
        }
    }

    /**
     * The nth of these days in the month.
     *
     * @param n from 1, or from -1 for the last
     */
    record Nth(int n, Set<DayOfWeek> among) implements DayRule {
        @Override
        public boolean on(LocalDate date) {
            if (!among.contains(date.getDayOfWeek())) return false;
            int day = date.getDayOfMonth();
            return n > 0 ? count(date, 1, day) == n : count(date, day, date.lengthOfMonth()) == -n;
        }

        private int count(LocalDate date, int from, int to) {
            if (among.equals(ALL)) return to - from + 1;
            int count = 0;
            for (int day = from; day <= to; day++)
                if (among.contains(date.withDayOfMonth(day).getDayOfWeek())) count++;
            return count;
        }

        @Override
        public boolean names(DayOfWeek day) {
            return named(among, day);
        }

        boolean isDayOfMonth() {
            return among.equals(ALL);
        }

        /** Such as {@code first}, {@code 15th} or {@code last}. */
        String ordinal() {
            if (n == -1) return "last";
            if (n < 0) return Names.numeral(-n) + "-to-last";
            return isDayOfMonth() ? Names.numeral(n) : Names.ordinal(n);
        }

        /** Such as {@code Tuesday}; nothing after {@code 15th}. */
        String ofWhat() {
            if (isDayOfMonth()) return n > 0 ? "" : " day";
            return " " + kind(among);
        }

        @Override
        public String inWords() {
            return ordinal() + ofWhat();
        }
    }

    /**
     * The weekday nearest to a day, in the same month: the Friday before a Saturday, the Monday after a Sunday. Where a
     * month has no such day, there is none.
     *
     * @param n from 1, or from -1 for the last day of the month
     */
    record Nearest(int n) implements DayRule {
        @Override
        public boolean on(LocalDate date) {
            int length = date.lengthOfMonth();
            int wanted = n > 0 ? n : length + 1 + n;
            return wanted >= 1
                    && wanted <= length
                    && nearest(date.withDayOfMonth(wanted)).equals(date);
        }

        private static LocalDate nearest(LocalDate wanted) {
            boolean last = wanted.getDayOfMonth() == wanted.lengthOfMonth();
            if (wanted.getDayOfWeek() == DayOfWeek.SATURDAY)
                return wanted.getDayOfMonth() == 1 ? wanted.plusDays(2) : wanted.minusDays(1);
            if (wanted.getDayOfWeek() == DayOfWeek.SUNDAY) return last ? wanted.minusDays(2) : wanted.plusDays(1);
            return wanted;
        }

        @Override
        public String inWords() {
            return "weekday nearest the " + new Nth(n, ALL).inWords();
        }
    }

    private static boolean named(Set<DayOfWeek> among, DayOfWeek day) {
        return among.contains(day) && !among.equals(ALL) && !among.equals(WEEKDAYS);
    }

    private static String kind(Set<DayOfWeek> among) {
        return among.equals(WEEKDAYS) ? "weekday" : Names.list(among, Names::of);
    }
}
