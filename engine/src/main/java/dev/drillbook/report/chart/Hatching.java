package dev.drillbook.report.chart;

import static dev.drillbook.report.chart.Svg.number;

/** Slanted lines cut to a rectangle, as plain segments: patterns and clips do not print everywhere. */
final class Hatching {
    private static final double STEP = 9;

    private Hatching() {}

    static String of(double left, double top, double right, double bottom) {
        StringBuilder d = new StringBuilder();
        // each line is x + y = sum; sums are multiples of the step, so that neighbouring panels line up
        for (double sum = Math.ceil((left + top) / STEP) * STEP; sum < right + bottom; sum += STEP) {
            double x1 = Math.max(left, sum - bottom);
            double x2 = Math.min(right, sum - top);
            if (x2 - x1 > 0.05)
                d.append("M" + number(x1) + "," + number(sum - x1) + "L" + number(x2) + "," + number(sum - x2));
        }
        return d.toString();
    }
}
