package dev.drillbook.report.chart;

import dev.drillbook.report.chart.ChartModel.Band;
import dev.drillbook.report.chart.ChartModel.Limit;
import dev.drillbook.report.chart.ChartModel.Panel;
import dev.drillbook.report.chart.ChartModel.Shade;
import dev.drillbook.report.chart.Lanes.Label;
import java.util.List;

/**
 * Draws the signals of a drill on one clock, what happened above them, and when the steady state was broken or a dead
 * end followed. A pure function; the font is Liberation Sans or one of the same widths.
 */
public final class Chart {
    private static final String FONTS = "Liberation Sans, Arial, Helvetica, Drillbook Fallback, sans-serif";

    private final Frame frame;
    private final ChartModel model;
    private final Svg svg = new Svg();

    private Chart(ChartModel model) {
        this.model = model;
        this.frame = Frame.of(model);
    }

    /** One {@code <svg>} element, in the light palette; {@link #darkRules()} turn it dark. */
    public static String svg(ChartModel model) {
        return new Chart(model).drawn();
    }

    /** CSS rules, to be put where darkness is asked for. */
    public static String darkRules() {
        return Paint.darkRules();
    }

    private String drawn() {
        bands();
        for (int i = 0; i < model.panels().size(); i++) panel(i, model.panels().get(i));
        clock();
        frame.lanes().labels().forEach(this::stem);
        for (int i = 0; i < model.panels().size(); i++) title(i, model.panels().get(i));
        for (int i = 0; i < model.panels().size(); i++) signal(i, model.panels().get(i));
        frame.lanes().labels().forEach(this::label);
        double height = Legend.draw(svg, frame, frame.plotBottom() + Frame.AXIS + 14);
        return head(height) + svg + "</svg>\n";
    }

    private String head(double height) {
        Svg head = new Svg();
        String title = Svg.escaped(model.title());
        String description = Svg.escaped(model.description());
        head.raw(("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %s %s' width='%s' height='%s' role='img'"
                        + " aria-label='%s' font-family='%s'>")
                .formatted(
                        Svg.number(Frame.WIDTH),
                        Svg.number(height),
                        Svg.number(Frame.WIDTH),
                        Svg.number(height),
                        title + ". " + description,
                        FONTS));
        head.raw("<title>" + title + "</title>");
        head.raw("<desc>" + description + "</desc>");
        head.rect(Paint.GROUND, 0, 0, Frame.WIDTH, height);
        return head.toString();
    }

    private void bands() {
        for (Shade shade : Shade.values())
            for (Band band : model.bands())
                if (band.shade() == shade)
                    for (int i = 0; i < model.panels().size(); i++) band(band, frame.panelTop(i), frame.panelBottom(i));
    }

    private void band(Band band, double top, double bottom) {
        double left = frame.x(Math.max(band.from(), model.from()));
        double right = Math.max(frame.x(Math.min(band.to(), model.to())), left + 1);
        if (band.shade() == Shade.BREACH) svg.rect(Paint.BREACH, left, top, right - left, bottom - top);
        else svg.path(Paint.HATCH, 0.8, Hatching.of(left, top, right, bottom));
    }

    private void panel(int i, Panel panel) {
        Scale scale = Scale.of(panel);
        for (double tick : scale.ticks()) {
            double y = y(i, scale, tick);
            svg.line(tick == 0 ? Paint.AXIS : Paint.GRID, 1, "", frame.left(), y, frame.right(), y);
            svg.words(frame.left() - 7, y + 3.8, Svg.SMALL_SIZE, "end")
                    .say(Paint.MUTED, Scale.words(tick))
                    .end();
        }
        double free = Double.NEGATIVE_INFINITY;
        for (Limit limit : highestFirst(panel.limits())) {
            double y = y(i, scale, limit.value());
            free = Math.max(y + 3.8, free + 13);
            svg.line(Paint.LIMIT, 1.2, "5 3", frame.left(), y, frame.right(), y);
            svg.words(frame.right() + 7, free, Svg.SMALL_SIZE, "start")
                    .say(Paint.LIMIT, limit.label())
                    .end();
        }
    }

    private void title(int i, Panel panel) {
        String name = Typeface.BOLD.fitted(panel.name(), Svg.TEXT_SIZE, 400);
        double y = frame.panelTop(i) - 8;
        double width = Typeface.BOLD.width(name + " " + panel.unit(), Svg.TEXT_SIZE);
        svg.rect(Paint.GROUND, frame.left(), y - 10, width + 3, 14);
        svg.words(frame.left(), y, Svg.TEXT_SIZE, "start")
                .say(Paint.TEXT, true, name)
                .say(Paint.MUTED, " " + panel.unit())
                .end();
    }

    private static List<Limit> highestFirst(List<Limit> limits) {
        return limits.stream()
                .sorted((one, other) -> Double.compare(other.value(), one.value()))
                .toList();
    }

    private void signal(int i, Panel panel) {
        Scale scale = Scale.of(panel);
        String line = Trace.path(panel.points(), frame::x, value -> y(i, scale, value));
        svg.path(Paint.ofSignal(i), 1.3, line);
        if (line.isEmpty())
            svg.words((frame.left() + frame.right()) / 2, y(i, scale, scale.top() / 2) + 14, Svg.TEXT_SIZE, "middle")
                    .say(Paint.MUTED, "not measured")
                    .end();
    }

    private double y(int panel, Scale scale, double value) {
        return frame.panelBottom(panel) - scale.part(value) * frame.panelHeight();
    }

    private void clock() {
        double y = frame.plotBottom();
        int most = (int) ((frame.right() - frame.left()) / 72);
        for (double tick : Clock.ticks(model.from(), model.to(), most)) {
            double x = frame.x(tick);
            svg.line(Paint.AXIS, 1, "", x, y, x, y + 4);
            svg.words(x, y + 17, Svg.SMALL_SIZE, "middle")
                    .say(Paint.MUTED, Clock.words(tick))
                    .end();
        }
    }

    /** A stem goes down from its glyph; where it must pass behind words of a lower lane, their ground covers it. */
    private void stem(Label label) {
        double bottom = model.panels().isEmpty() ? frame.laneY(label.lane()) : frame.plotBottom();
        String dashes =
                switch (label.mark().kind()) {
                    case DEAD_END -> "2 3";
                    case CLAIMED -> "4 3";
                    default -> "";
                };
        Paint paint = Glyph.paint(label.mark().kind());
        svg.line(paint, 0.8, dashes, label.x(), frame.laneY(label.lane()), label.x(), bottom);
    }

    private void label(Label label) {
        double y = frame.laneY(label.lane());
        double start = label.onLeft() ? label.left() : label.x() + Lanes.GLYPH;
        double end = label.onLeft() ? label.x() - Lanes.GLYPH : label.right();
        svg.rect(Paint.GROUND, start - 2, y - 8, end - start + 4, 16);
        svg.words(label.onLeft() ? end : start, y + 4.1, Svg.TEXT_SIZE, label.onLeft() ? "end" : "start")
                .say(Glyph.paint(label.mark().kind()), label.words())
                .say(Paint.MUTED, " " + label.mark().time())
                .end();
        Glyph.draw(svg, label.mark().kind(), label.x(), y);
    }
}
