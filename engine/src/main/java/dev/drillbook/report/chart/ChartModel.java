package dev.drillbook.report.chart;

import java.util.List;

/**
 * Everything a chart shows. All moments are seconds on one clock, whose zero the caller chooses.
 *
 * @param title the accessible name
 * @param description what a person who cannot see the picture should hear
 * @param from the left edge
 * @param to the right edge, after {@code from}
 * @param clock what the x-axis counts, in words
 */
public record ChartModel(
        String title,
        String description,
        double from,
        double to,
        String clock,
        List<Panel> panels,
        List<Mark> marks,
        List<Band> bands) {
    public ChartModel {
        if (!(to > from))
            throw new IllegalArgumentException("a chart from " + from + " s to " + to + " s has no width");
        panels = List.copyOf(panels);
        marks = List.copyOf(marks);
        bands = List.copyOf(bands);
    }

    /** One signal. @param unit such as {@code %}, or empty; the points and limits are in this unit */
    public record Panel(String name, String unit, List<Point> points, List<Limit> limits) {
        public Panel {
            points = List.copyOf(points);
            limits = List.copyOf(limits);
        }
    }

    /** @param value {@code NaN} where it was not measured */
    public record Point(double at, double value) {}

    /** A line that the signal should not cross. */
    public record Limit(double value, String label) {}

    /** A moment. @param time in words, printed after the label */
    public record Mark(double at, Kind kind, String label, String time) {}

    /** What kind of moment: each has a glyph of its own, so that none is told apart by colour alone. */
    public enum Kind {
        FAULT("fault applied"),
        ALERT("alert fired"),
        CLAIMED("claimed"),
        MEASURED("measured"),
        DEAD_END("dead end begins"),
        PUT_BACK("put back by Drillbook");

        final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** A stretch of time. @param label for the legend, the same for bands that share one entry */
    public record Band(double from, double to, Shade shade, String label) {}

    /** How a band is drawn. */
    public enum Shade {
        BREACH,
        DEAD_END
    }
}
