package dev.drillbook.report.chart;

import static dev.drillbook.report.chart.Svg.number;

import dev.drillbook.report.chart.ChartModel.Kind;

/** The sign of each kind of mark, told apart by shape as well as by colour. */
final class Glyph {
    private Glyph() {}

    static Paint paint(Kind kind) {
        return switch (kind) {
            case FAULT -> Paint.FAULT;
            case ALERT -> Paint.ALERT;
            case DEAD_END -> Paint.MUTED;
            case PUT_BACK -> Paint.LIMIT;
            case CLAIMED, MEASURED -> Paint.TEXT;
        };
    }

    static void draw(Svg svg, Kind kind, double x, double y) {
        Paint paint = paint(kind);
        switch (kind) {
            case FAULT -> svg.shape(paint, paint, at(x, y) + "m0,-4.6l4.6,4.6l-4.6,4.6l-4.6,-4.6z");
            case ALERT -> svg.shape(paint, paint, at(x, y) + "m0,-4.4l4.6,8.2l-9.2,0z");
            case CLAIMED -> svg.shape(Paint.GROUND, paint, circle(x, y));
            case MEASURED -> svg.shape(paint, paint, circle(x, y));
            case DEAD_END -> svg.path(paint, 2.2, at(x - 4, y - 4) + "l8,8" + at(x + 4, y - 4) + "l-8,8");
            case PUT_BACK -> svg.shape(paint, paint, at(x - 3.8, y - 3.8) + "l7.6,0l0,7.6l-7.6,0z");
        }
    }

    private static String circle(double x, double y) {
        return at(x - 4.2, y) + "a4.2,4.2 0 1 0 8.4,0a4.2,4.2 0 1 0 -8.4,0z";
    }

    private static String at(double x, double y) {
        return "M" + number(x) + "," + number(y);
    }
}
