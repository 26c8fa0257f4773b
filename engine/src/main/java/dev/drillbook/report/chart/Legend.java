package dev.drillbook.report.chart;

import dev.drillbook.report.chart.ChartModel.Band;
import dev.drillbook.report.chart.ChartModel.Kind;
import dev.drillbook.report.chart.ChartModel.Mark;
import dev.drillbook.report.chart.ChartModel.Shade;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What shades and glyphs mean, in as many rows as it takes. */
final class Legend {
    private static final double ROW = 18;
    private static final double SIGN = 30;
    private static final double SPACE = 20;

    private record Item(String words, double sign, Drawing drawing) {
        double width() {
            return sign + Typeface.REGULAR.width(words, Svg.SMALL_SIZE) + SPACE;
        }
    }

    private interface Drawing {
        void at(Svg svg, double x, double y);
    }

    private Legend() {}

    /** @param top the middle of the first row @return the bottom of the picture */
    static double draw(Svg svg, Frame frame, double top) {
        ChartModel model = frame.model();
        double x = frame.left();
        double y = top;
        for (Item item : items(model)) {
            if (x > frame.left() && x + item.width() - SPACE > Frame.WIDTH) {
                x = frame.left();
                y += ROW;
            }
            item.drawing().at(svg, x, y);
            svg.words(x + item.sign(), y + 3.8, Svg.SMALL_SIZE, "start")
                    .say(Paint.MUTED, item.words())
                    .end();
            x += item.width();
        }
        return y + 12;
    }

    private static List<Item> items(ChartModel model) {
        List<Item> items = new ArrayList<>();
        items.add(new Item(model.clock(), 0, (svg, x, y) -> {}));
        for (Shade shade : Shade.values())
            model.bands().stream()
                    .filter(band -> band.shade() == shade)
                    .map(Band::label)
                    .distinct()
                    .forEach(label -> items.add(new Item(label, SIGN, (svg, x, y) -> swatch(svg, shade, x, y))));
        for (Kind kind : kinds(model))
            items.add(new Item(kind.words, 15, (svg, x, y) -> Glyph.draw(svg, kind, x + 5, y)));
        return items;
    }

    private static Set<Kind> kinds(ChartModel model) {
        return model.marks().stream().map(Mark::kind).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void swatch(Svg svg, Shade shade, double x, double y) {
        if (shade == Shade.BREACH) svg.rect(Paint.BREACH, x, y - 6, SIGN - 6, 12);
        else svg.path(Paint.HATCH, 0.8, Hatching.of(x, y - 6, x + SIGN - 6, y + 6));
    }
}
