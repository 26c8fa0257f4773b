package dev.drillbook.calendar;

import dev.drillbook.calendar.DayRule.Every;
import dev.drillbook.calendar.DayRule.Nth;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which dates.
 *
 * @param rules any of them
 * @param months in order
 * @param years none for every year
 */
record Days(List<DayRule> rules, Set<Month> months, SortedSet<Integer> years) {
    static final Set<Month> EVERY_MONTH = Collections.unmodifiableSet(EnumSet.allOf(Month.class));
    static final Set<Month> QUARTER_BEGINS =
            Collections.unmodifiableSet(EnumSet.of(Month.JANUARY, Month.APRIL, Month.JULY, Month.OCTOBER));
    static final Set<Month> QUARTER_ENDS =
            Collections.unmodifiableSet(EnumSet.of(Month.MARCH, Month.JUNE, Month.SEPTEMBER, Month.DECEMBER));

    Days {
        rules = List.copyOf(rules);
        months = Collections.unmodifiableSet(EnumSet.copyOf(months));
        years = Collections.unmodifiableSortedSet(new TreeSet<>(years));
    }

    static Days every(Collection<? extends DayRule> rules, Set<Month> months) {
        return new Days(List.copyOf(rules), months, Collections.emptySortedSet());
    }

    static Days only(LocalDate date) {
        return new Days(
                List.of(new Nth(date.getDayOfMonth(), DayRule.ALL)),
                EnumSet.of(date.getMonth()),
                new TreeSet<>(Set.of(date.getYear())));
    }

    boolean on(LocalDate date) {
        return months.contains(date.getMonth())
                && (years.isEmpty() || years.contains(date.getYear()))
                && rules.stream().anyMatch(rule -> rule.on(date));
    }

    /** Whether the words say this very day of the week, or this very date: it is then meant, weekend or not. */
    boolean names(LocalDate date) {
        return isOneDate() || rules.stream().anyMatch(rule -> rule.names(date.getDayOfWeek()) && rule.on(date));
    }

    private boolean isOneDate() {
        return years.size() == 1 && months.size() == 1 && rules.size() == 1 && daysOfMonth();
    }

    private boolean daysOfMonth() {
        return rules.stream().allMatch(rule -> rule instanceof Nth nth && nth.isDayOfMonth() && nth.n() > 0);
    }

    String inWords() {
        if (isOneDate()) return ((Nth) rules.get(0)).n() + " " + Names.list(months, Names::of) + " " + years.first();
        return rulesInWords() + monthsInWords() + (years.isEmpty() ? "" : " in " + Names.list(years, String::valueOf));
    }

    private String rulesInWords() {
        return sameKind() && rules.get(0) instanceof Nth nth
                ? Names.list(rules, rule -> ((Nth) rule).ordinal()) + nth.ofWhat()
                : Names.list(rules, DayRule::inWords);
    }

    private boolean sameKind() {
        return rules.stream().allMatch(rule -> rule instanceof Nth)
                && rules.stream().map(rule -> ((Nth) rule).ofWhat()).distinct().count() == 1;
    }

    private String monthsInWords() {
        boolean every = rules.stream().anyMatch(rule -> rule instanceof Every);
        if (months.equals(EVERY_MONTH)) return every ? "" : " of the month";
        if (months.equals(QUARTER_BEGINS) && firsts()) return " of the quarter";
        if (months.equals(QUARTER_ENDS) && lasts()) return " of the quarter";
        return " of " + Names.list(months, Names::of);
    }

    /** Within the first month of a quarter, so that the month and the quarter count alike. */
    private boolean firsts() {
        return rules.stream().allMatch(rule -> rule instanceof Nth nth && nth.n() > 0 && nth.n() <= limit(nth));
    }

    private static int limit(Nth nth) {
        return nth.isDayOfMonth() ? 1 : 4;
    }

    private boolean lasts() {
        return rules.stream().allMatch(rule -> rule instanceof Nth nth && nth.n() == -1);
    }
}
