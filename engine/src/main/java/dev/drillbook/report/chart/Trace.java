package dev.drillbook.report.chart;

import dev.drillbook.report.chart.ChartModel.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The line of one signal. Where many seconds share a column of pixels, its first, lowest, highest and last are kept, so
 * that no spike is lost; where the signal was not measured, the line has a gap.
 */
final class Trace {
    /** Signals come once a second. A step of more than this, in seconds, is a gap. */
    private static final double GAP = 2.5;

    private Trace() {}

    /** @param x from seconds to pixels @param y from values to pixels @return the {@code d} of an SVG path */
    static String path(List<Point> points, DoubleUnaryOperator x, DoubleUnaryOperator y) {
        StringBuilder d = new StringBuilder();
        for (List<Point> stretch : stretches(points)) {
            List<Point> kept = thinned(stretch, x);
            char command = 'M';
            for (Point point : kept) {
                d.append(command).append(at(point, x, y));
                command = 'L';
            }
            // a lone second between two gaps would be invisible: a line of no length has round ends
            if (kept.size() == 1) d.append('L').append(at(kept.get(0), x, y));
        }
        return d.toString();
    }

    private static String at(Point point, DoubleUnaryOperator x, DoubleUnaryOperator y) {
        return Svg.number(x.applyAsDouble(point.at())) + "," + Svg.number(y.applyAsDouble(point.value()));
    }

    private static List<List<Point>> stretches(List<Point> points) {
        List<List<Point>> stretches = new ArrayList<>();
        List<Point> now = new ArrayList<>();
        for (Point point : points) {
            boolean gap = !Double.isFinite(point.value())
                    || !now.isEmpty() && point.at() - now.get(now.size() - 1).at() > GAP;
            if (gap && !now.isEmpty()) {
                stretches.add(now);
                now = new ArrayList<>();
            }
            if (Double.isFinite(point.value())) now.add(point);
        }
        if (!now.isEmpty()) stretches.add(now);
        return stretches;
    }

    private static List<Point> thinned(List<Point> stretch, DoubleUnaryOperator x) {
        List<Point> kept = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= stretch.size(); i++) {
            if (i < stretch.size() && column(stretch.get(i), x) == column(stretch.get(start), x)) continue;
            kept.addAll(ends(stretch.subList(start, i)));
            start = i;
        }
        return kept;
    }

    private static long column(Point point, DoubleUnaryOperator x) {
        return (long) Math.floor(x.applyAsDouble(point.at()));
    }

    private static List<Point> ends(List<Point> column) {
        if (column.size() < 3) return column;
        Comparator<Point> byValue = Comparator.comparingDouble(Point::value);
        return List.of(
                        column.get(0),
                        column.stream().min(byValue).orElseThrow(),
                        column.stream().max(byValue).orElseThrow(),
                        column.get(column.size() - 1))
                .stream()
                .distinct()
                .sorted(Comparator.comparingDouble(Point::at))
                .toList();
    }
}
