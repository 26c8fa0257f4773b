package dev.drillbook.report.chart;

import dev.drillbook.report.chart.ChartModel.Band;
import dev.drillbook.report.chart.ChartModel.Kind;
import dev.drillbook.report.chart.ChartModel.Limit;
import dev.drillbook.report.chart.ChartModel.Mark;
import dev.drillbook.report.chart.ChartModel.Panel;
import dev.drillbook.report.chart.ChartModel.Point;
import dev.drillbook.report.chart.ChartModel.Shade;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Charts to look at and to measure: from one minute to hours, one panel to six, no mark to twenty-five. */
final class Charts {
    private static final List<String> NAMES = List.of(
            "Errors", "Stale answers", "p99 latency", "Requests", "Users touched", "Очередь заказов / 注文キューの長さ");

    private Charts() {}

    static ChartModel of(int seconds, int panels, List<Mark> marks) {
        return new ChartModel(
                "Yesterday's prices",
                panels + " signals over " + seconds + " seconds",
                0,
                seconds,
                "minutes since the drill began at 10:14:05 UTC",
                IntStream.range(0, panels).mapToObj(i -> panel(i, seconds)).toList(),
                marks,
                List.of(
                        new Band(seconds * 0.2, seconds * 0.7, Shade.BREACH, "steady state broken"),
                        new Band(seconds * 0.35, seconds * 0.45, Shade.DEAD_END, "time on a dead end")));
    }

    static ChartModel withOne(Panel panel, int seconds) {
        return new ChartModel("t", "d", 0, seconds, "minutes", List.of(panel), List.of(), List.of());
    }

    static Panel panel(int i, int seconds) {
        Random random = new Random(i);
        double peak = List.of(4.0, 26.0, 340.0, 310.0, 33.0, 12.5).get(i);
        List<Point> points = new ArrayList<>();
        for (int t = 0; t <= seconds; t++) {
            boolean broken = t > seconds * 0.2 && t < seconds * 0.7;
            boolean gap = t > seconds * 0.8 && t < seconds * 0.83;
            double value = peak * (broken ? 0.7 + 0.3 * random.nextDouble() : 0.05 * random.nextDouble());
            points.add(new Point(t, gap ? Double.NaN : value));
        }
        String unit = List.of("%", "%", "ms", "per second", "%", "").get(i);
        List<Limit> limits =
                i < 3 ? List.of(new Limit(i == 2 ? 300 : 1, i == 2 ? "below 300 ms" : "below 1 %")) : List.of();
        return new Panel(NAMES.get(i), unit, points, limits);
    }

    static List<Mark> usual(int seconds) {
        return List.of(
                mark(Kind.FAULT, seconds * 0.19, "fault applied"),
                mark(Kind.MEASURED, seconds * 0.2, "first impact"),
                mark(Kind.ALERT, seconds * 0.24, "StaleAnswers"),
                mark(Kind.CLAIMED, seconds * 0.28, "detected"),
                mark(Kind.DEAD_END, seconds * 0.35, "database overload"),
                mark(Kind.CLAIMED, seconds * 0.5, "escalated to database team"),
                mark(Kind.CLAIMED, seconds * 0.6, "root cause"),
                mark(Kind.MEASURED, seconds * 0.7, "mitigated"),
                mark(Kind.MEASURED, seconds * 0.7, "restored"),
                mark(Kind.CLAIMED, seconds * 0.93, "restored (claimed)"),
                mark(Kind.PUT_BACK, seconds * 0.98, "put back"));
    }

    static List<Mark> crowd(int many, double at, double apart) {
        return IntStream.range(0, many)
                .mapToObj(i -> mark(
                        Kind.values()[i % Kind.values().length],
                        at + i * apart,
                        i % 3 == 0 ? "Überlastung der Datenbank 数据库过载 suspected " + i : "mark " + i))
                .toList();
    }

    static Mark mark(Kind kind, double at, String label) {
        return new Mark(at, kind, label, Clock.words(at));
    }
}
