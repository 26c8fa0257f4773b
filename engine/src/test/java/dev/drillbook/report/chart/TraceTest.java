package dev.drillbook.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.report.chart.ChartModel.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TraceTest {
    @Test
    void no_spike_of_three_hours_is_lost_in_six_hundred_pixels() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            List<Point> points = new ArrayList<>();
            for (int t = 0; t < 10_800; t++) points.add(new Point(t, 0));
            int spike = random.nextInt(10_800);
            int dip = random.nextInt(10_800);
            points.set(spike, new Point(spike, 777));
            if (dip != spike) points.set(dip, new Point(dip, -555));
            String path = Trace.path(points, t -> t / 18, v -> v);
            assertThat(path).as("seed %d", seed).contains(",777").contains(dip == spike ? "777" : ",-555");
        }
    }

    @Test
    void a_column_of_pixels_keeps_at_most_four_points() {
        List<Point> points = new ArrayList<>();
        for (int t = 0; t < 18_000; t++) points.add(new Point(t, (t * 7919) % 1000));
        assertThat(Trace.path(points, t -> t / 30, v -> v).split("[ML]")).hasSizeLessThanOrEqualTo(4 * 600 + 1);
    }

    @Test
    void what_was_not_measured_is_a_gap() {
        var points =
                List.of(new Point(0, 1), new Point(1, 1), new Point(2, Double.NaN), new Point(3, 1), new Point(4, 1));
        assertThat(Trace.path(points, t -> t, v -> v)).isEqualTo("M0,1L1,1M3,1L4,1");
    }

    @Test
    void seconds_that_are_absent_are_a_gap() {
        assertThat(Trace.path(List.of(new Point(0, 1), new Point(9, 1)), t -> t, v -> v))
                .isEqualTo("M0,1L0,1M9,1L9,1");
    }
}
