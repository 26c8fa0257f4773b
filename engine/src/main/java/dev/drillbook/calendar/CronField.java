package dev.drillbook.calendar;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One field of a cron line: numbers or names, ranges (also around the end, {@code FRI-MON}), steps and lists.
 *
 * @param names in the order of the numbers, from the least; none where there are only numbers
 */
record CronField(String name, int least, int greatest, List<String> names) {
    static final CronField SECONDS = new CronField("seconds", 0, 59, List.of());
    static final CronField MINUTES = new CronField("minutes", 0, 59, List.of());
    static final CronField HOURS = new CronField("hours", 0, 23, List.of());
    static final CronField DAY_OF_MONTH = new CronField("day-of-month", 1, 31, List.of());
    static final CronField MONTH = new CronField(
            "month",
            1,
            12,
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"));
    static final CronField DAY_OF_WEEK =
            new CronField("day-of-week", 1, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"));
    static final CronField YEAR = new CronField("year", 1970, 2099, List.of());

    private static final Pattern ITEM = Pattern.compile("(?:(\\*)|(\\w+)(?:-(\\w+))?)?(?:/(\\d{1,4}))?");

    /** @param mistake what to throw, given what is wrong */
    SortedSet<Integer> read(String text, Function<String, RuntimeException> mistake) {
        SortedSet<Integer> numbers = new TreeSet<>();
        for (String item : text.split(",", -1)) numbers.addAll(item(item, wrong -> mistake.apply(where(item) + wrong)));
        return numbers;
    }

    private SortedSet<Integer> item(String item, Function<String, RuntimeException> mistake) {
        Matcher parts = ITEM.matcher(item);
        if (item.isEmpty() || !parts.matches()) throw mistake.apply("is not understood: write " + whatFits());
        boolean all = parts.group(2) == null;
        boolean steps = parts.group(4) != null;
        int from = all ? least : number(parts.group(2), mistake);
        int to = parts.group(3) != null ? number(parts.group(3), mistake) : all || steps ? greatest : from;
        return range(from, to, steps ? step(parts.group(4), mistake) : 1, mistake);
    }

    private SortedSet<Integer> range(int from, int to, int step, Function<String, RuntimeException> mistake) {
        if (from > to && this.equals(YEAR)) throw mistake.apply("goes backwards: write the earlier year first");
        int end = from > to ? to + size() : to;
        SortedSet<Integer> numbers = new TreeSet<>();
        for (int number = from; number <= end; number += step)
            numbers.add(number > greatest ? number - size() : number);
        return numbers;
    }

    private int step(String digits, Function<String, RuntimeException> mistake) {
        int step = Integer.parseInt(digits);
        if (step < 1 || step > size()) throw mistake.apply("has a step of " + step + ": write one from 1 to " + size());
        return step;
    }

    /** @throws RuntimeException the mistake, when it is no number or name of this field */
    int number(String word, Function<String, RuntimeException> mistake) {
        int named = names.indexOf(word);
        if (named >= 0) return named + least;
        if (!word.matches("\\d{1,4}")) throw mistake.apply("has '" + word + "': write " + whatFits());
        int number = Integer.parseInt(word);
        if (number < least || number > greatest) throw mistake.apply("has " + number + ": write " + whatFits());
        return number;
    }

    /** Such as {@code 'MO' in the day-of-week field }, which what is wrong follows. */
    String where(String item) {
        return "'" + item + "' in the " + name + " field ";
    }

    private String whatFits() {
        return "numbers from " + least + " to " + greatest
                + (names.isEmpty() ? "" : ", or names from " + names.get(0) + " to " + names.get(names.size() - 1));
    }

    private int size() {
        return greatest - least + 1;
    }
}
