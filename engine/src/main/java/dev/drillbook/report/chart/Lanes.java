package dev.drillbook.report.chart;

import dev.drillbook.report.chart.ChartModel.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Where the marks' labels go: lanes above the plot, assigned greedily from the earliest mark on, so that no label covers
 * another label or another mark's glyph.
 */
record Lanes(List<Label> labels) {
    static final double HEIGHT = 19;
    static final double GLYPH = 11;
    private static final double WIDEST = 250;
    private static final double SPACE = 8;

    /** @param left the left end of glyph and words @param right the right end @param onLeft whether words end at the glyph */
    record Label(Mark mark, String words, int lane, double x, double left, double right, boolean onLeft) {
        private boolean meets(double otherLeft, double otherRight) {
            return otherLeft < right + SPACE && left < otherRight + SPACE;
        }
    }

    /** @param x from seconds to pixels @param edge no label reaches beyond it, to the right */
    static Lanes of(List<Mark> marks, DoubleUnaryOperator x, double edge) {
        List<Label> placed = new ArrayList<>();
        marks.stream()
                .sorted(Comparator.comparingDouble(Mark::at))
                .forEach(mark -> placed.add(place(mark, x.applyAsDouble(mark.at()), edge, placed)));
        return new Lanes(placed);
    }

    private static Label place(Mark mark, double x, double edge, List<Label> placed) {
        String words = Typeface.REGULAR.fitted(mark.label(), Svg.TEXT_SIZE, WIDEST);
        double width = GLYPH + Typeface.REGULAR.width(words + " " + mark.time(), Svg.TEXT_SIZE);
        boolean onLeft = x + width > edge;
        double left = onLeft ? x - width : x - GLYPH / 2;
        double right = onLeft ? x + GLYPH / 2 : x + width;
        int lane = onLeft ? 0 : firstBelow(x, placed);
        while (taken(lane, left, right, placed)) lane++;
        return new Label(mark, words, lane, x, left, right, onLeft);
    }

    /** The first lane from which a line can go down at {@code x} without crossing words. */
    private static int firstBelow(double x, List<Label> placed) {
        return placed.stream()
                        .filter(label -> label.meets(x, x))
                        .mapToInt(Label::lane)
                        .max()
                        .orElse(-1)
                + 1;
    }

    private static boolean taken(int lane, double left, double right, List<Label> placed) {
        return placed.stream().anyMatch(label -> label.lane() == lane && label.meets(left, right));
    }

    double height() {
        return labels.stream().mapToInt(Label::lane).max().orElse(-1) * HEIGHT + HEIGHT;
    }
}
