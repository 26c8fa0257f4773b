package dev.drillbook.report.chart;

import java.util.LinkedHashMap;
import java.util.Map;

/** A chart, and where its words must be seen. */
public final class PrintedChart {
    private final ChartModel model = Charts.of(240, 3, Charts.usual(240));

    public String svg() {
        return Chart.svg(model);
    }

    /** Left, top, right and bottom of each label's words, in pixels of the chart. */
    public Map<String, double[]> words() {
        Frame frame = Frame.of(model);
        Map<String, double[]> words = new LinkedHashMap<>();
        for (Lanes.Label label : frame.lanes().labels()) {
            double y = frame.laneY(label.lane());
            double left = label.onLeft() ? label.left() : label.x() + Lanes.GLYPH;
            double right = label.onLeft() ? label.x() - Lanes.GLYPH : label.right();
            words.put(label.words() + " " + label.mark().time(), new double[] {left, y - 6, right, y + 6});
        }
        return words;
    }
}
