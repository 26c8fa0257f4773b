package dev.drillbook.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClockTest {
    @Test
    void minutes_then_hours() {
        assertThat(java.util.stream.DoubleStream.of(-2, 0, 245, 3845).mapToObj(Clock::words))
                .containsExactly("−00:02", "00:00", "04:05", "1:04:05");
    }

    @Test
    void ticks_are_round_and_few_from_a_minute_to_a_day() {
        for (double length : new double[] {1, 60, 240, 3600, 10_800, 86_400, 1_000_000})
            assertThat(Clock.ticks(-3, length, 9))
                    .as("%f s", length)
                    .hasSizeBetween(1, 11)
                    .allMatch(tick -> tick >= -3 && tick <= length);
    }
}
