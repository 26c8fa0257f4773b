package dev.drillbook.report.chart;

import dev.drillbook.report.chart.ChartModel.Limit;
import dev.drillbook.report.chart.ChartModel.Panel;
import dev.drillbook.report.chart.ChartModel.Point;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** The y-axis of one panel: round numbers that hold every value and every limit, zero included. */
record Scale(double bottom, double top) {
    private static final double[] ROUND = {1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10};

    static Scale of(Panel panel) {
        DoubleStream all = DoubleStream.concat(
                panel.points().stream().mapToDouble(Point::value),
                panel.limits().stream().mapToDouble(Limit::value));
        var range = all.filter(Double::isFinite).summaryStatistics();
        double top = range.getCount() == 0 ? 1 : round(range.getMax());
        double bottom = range.getCount() == 0 ? 0 : 0 - round(-range.getMin());
        return new Scale(bottom, top == bottom ? 1 : top);
    }

    /** Zero for all that is not above it. */
    private static double round(double value) {
        if (value <= 0) return 0;
        double magnitude = Math.pow(10, Math.floor(Math.log10(value)));
        for (double round : ROUND) if (round * magnitude >= value * (1 - 1e-9)) return round * magnitude;
        return 10 * magnitude;
    }

    List<Double> ticks() {
        return bottom < 0 && top > 0 ? List.of(bottom, 0.0, top) : List.of(bottom, (bottom + top) / 2, top);
    }

    /** From 0 at the bottom to 1 at the top. */
    double part(double value) {
        return (value - bottom) / (top - bottom);
    }

    static String words(double value) {
        BigDecimal exact = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, exact.scale()) + "f", exact)
                .replace("-", "−");
    }
}
