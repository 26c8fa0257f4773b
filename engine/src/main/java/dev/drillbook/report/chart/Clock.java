package dev.drillbook.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The x-axis: which moments to name, and how. */
public final class Clock {
    private static final int[] STEPS = {
        1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1200, 1800, 3600, 7200, 10800, 21600, 43200, 86400
    };

    private Clock() {}

    /** Round moments from {@code from} to {@code to}, no more than {@code most} or so. */
    static List<Double> ticks(double from, double to, int most) {
        double step = step((to - from) / most);
        List<Double> ticks = new ArrayList<>();
        for (double tick = Math.ceil(from / step) * step; tick <= to + 1e-9; tick += step) ticks.add(tick + 0.0);
        return ticks;
    }

    private static double step(double atLeast) {
        for (int step : STEPS) if (step >= atLeast) return step;
        return Math.ceil(atLeast / 86400) * 86400;
    }

    /** {@code 04:05}, and {@code 1:04:05} from an hour on. */
    public static String words(double seconds) {
        long whole = Math.abs(Math.round(seconds));
        String sign = seconds < 0 && whole > 0 ? "−" : "";
        return whole < 3600
                ? sign + String.format(Locale.ROOT, "%02d:%02d", whole / 60, whole % 60)
                : sign + String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
