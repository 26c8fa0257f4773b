package dev.drillbook.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.report.chart.ChartModel.Limit;
import dev.drillbook.report.chart.ChartModel.Panel;
import dev.drillbook.report.chart.ChartModel.Point;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void every_value_and_limit_is_on_the_scale() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            double value = (random.nextDouble() - 0.3) * Math.pow(10, random.nextInt(12) - 5);
            double limit = random.nextDouble() * Math.pow(10, random.nextInt(12) - 5);
            Scale scale = Scale.of(new Panel("p", "", List.of(new Point(0, value)), List.of(new Limit(limit, "l"))));
            assertThat(scale.part(value)).as("seed %d", seed).isBetween(-1e-6, 1 + 1e-6);
            assertThat(scale.part(limit)).as("seed %d", seed).isBetween(-1e-6, 1 + 1e-6);
        }
    }

    @Test
    void ticks_are_round_and_grouped() {
        var panel = new Panel("p99", "ms", List.of(new Point(0, 1490)), List.of());
        assertThat(Scale.of(panel).ticks().stream().map(Scale::words)).containsExactly("0", "800", "1,600");
    }

    @Test
    void a_signal_that_stays_at_zero_has_a_scale() {
        assertThat(Scale.of(new Panel("p", "", List.of(new Point(0, 0)), List.of())))
                .isEqualTo(new Scale(0, 1));
    }
}
