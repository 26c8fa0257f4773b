package dev.drillbook.report.chart;

import dev.drillbook.report.chart.ChartModel.Limit;
import dev.drillbook.report.chart.ChartModel.Panel;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Where everything is, in pixels of a picture that is {@link #WIDTH} wide. */
record Frame(ChartModel model, double left, double right, Lanes lanes, double panelHeight) {
    static final double WIDTH = 760;
    static final double TITLE = 24;
    static final double AXIS = 24;
    private static final double TOP = 14;
    private static final double SPACE = 10;

    static Frame of(ChartModel model) {
        double left = Math.max(30, SPACE + widest(model, Frame::tickWidth));
        double right = WIDTH - Math.max(28, SPACE + 4 + widest(model, Frame::limitWidth));
        Frame empty = new Frame(
                model, left, right, new Lanes(List.of()), height(model.panels().size()));
        return new Frame(model, left, right, Lanes.of(model.marks(), empty::x, WIDTH - 4), empty.panelHeight);
    }

    private static double height(int panels) {
        if (panels <= 3) return 112;
        return panels == 4 ? 92 : 76;
    }

    private static double widest(ChartModel model, ToDoubleFunction<Panel> width) {
        return model.panels().stream().mapToDouble(width).max().orElse(0);
    }

    private static double tickWidth(Panel panel) {
        return Scale.of(panel).ticks().stream()
                .mapToDouble(tick -> Typeface.REGULAR.width(Scale.words(tick), Svg.SMALL_SIZE))
                .max()
                .orElse(0);
    }

    private static double limitWidth(Panel panel) {
        return panel.limits().stream()
                .map(Limit::label)
                .mapToDouble(label -> Typeface.REGULAR.width(label, Svg.SMALL_SIZE))
                .max()
                .orElse(0);
    }

    /** What was before or after is at the edge: a person may name any time, and an undo may be paid late. */
    double x(double seconds) {
        double within = Math.max(model.from(), Math.min(model.to(), seconds));
        return left + (within - model.from()) / (model.to() - model.from()) * (right - left);
    }

    /** The middle of a lane's words. */
    double laneY(int lane) {
        return TOP + lane * Lanes.HEIGHT;
    }

    double panelTop(int panel) {
        return TOP + lanes.height() + panel * (panelHeight + TITLE) + TITLE - 6;
    }

    double panelBottom(int panel) {
        return panelTop(panel) + panelHeight;
    }

    double plotBottom() {
        return panelBottom(model.panels().size() - 1);
    }
}
