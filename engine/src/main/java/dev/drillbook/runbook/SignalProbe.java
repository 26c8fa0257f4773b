package dev.drillbook.runbook;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Judges a trailing window of a signal: the mean for shares and counts, the median for times (the per-second values are
 * already percentiles; one slow second in five is no breach).
 *
 * @param limit shares from 0 to 1, times in seconds
 * @param window how much of the past one judgement looks at
 */
public record SignalProbe(Signal<?> signal, Side side, double limit, Duration window) implements Probe {
    private static final int MOST_DIGITS = 6;
    static final Duration USUAL_WINDOW = Duration.ofSeconds(5);

    /** Whoever keeps readings keeps at least so much of them. */
    public static final Duration LONGEST_WINDOW = Duration.ofMinutes(15);

    public SignalProbe {
        if (window.compareTo(Duration.ofSeconds(1)) < 0)
            throw new Invalid("probe '" + signal.name() + "' over " + inWords(window) + ": write at least 1.second");
        if (window.compareTo(LONGEST_WINDOW) > 0)
            throw new Invalid("probe '" + signal.name() + "' over " + inWords(window) + ": write at most "
                    + LONGEST_WINDOW.toMinutes() + ".minutes");
    }

    /** The same question about a longer or shorter window. */
    public SignalProbe over(Duration newWindow) {
        return new SignalProbe(signal, side, limit, newWindow);
    }

    @Override
    public Verdict ask(World world) {
        double[] values = measured(world.readings(signal, window));
        if (values.length * 2L < window.toSeconds()) return new Verdict.Unknown("not measured for " + inWords(window));
        double value = middle(values);
        return side.holds(value, limit) ? new Verdict.Holds(told(value)) : new Verdict.Broken(told(value));
    }

    private static double[] measured(List<Reading> readings) {
        return readings.stream()
                .mapToDouble(Reading::value)
                .filter(Double::isFinite)
                .toArray();
    }

    private double middle(double[] values) {
        if (signal.scale() != Duration.class)
            return Arrays.stream(values).average().orElse(Double.NaN);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    @Override
    public String inWords() {
        return signal.name() + " " + side.word() + " " + inWords(limit);
    }

    /** With as many digits as tell it from the limit: "below 1 % holds: 1 %" would be nonsense. */
    private String told(double value) {
        int digits = 1;
        while (digits < MOST_DIGITS && value != limit && inWords(value, digits).equals(inWords(limit, digits)))
            digits++;
        return inWords(value, digits);
    }

    private String inWords(double value) {
        return inWords(value, 1);
    }

    private String inWords(double value, int digits) {
        if (signal.scale() == Share.class) return trimmed(value * 100, digits) + " %";
        if (signal.scale() == Duration.class) return trimmed(value * 1000, digits) + " ms";
        return trimmed(value, digits);
    }

    private static String inWords(Duration time) {
        return trimmed(time.toMillis() / 1e3, 3) + " s";
    }

    private static String trimmed(double value, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return text.replaceFirst("\\.?0+$", "");
    }
}
