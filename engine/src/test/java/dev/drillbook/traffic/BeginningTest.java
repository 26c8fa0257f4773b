package dev.drillbook.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BeginningTest {
    private final HandTime time = new HandTime();
    private final Beginning beginning = new Beginning(HandTime.NOON, 0);

    @Test
    void a_second_ends_by_the_wall_clock_also_after_that_was_set() {
        time.passes(61 * Beginning.SECOND);
        assertThat(beginning.endOf(60, time)).isEqualTo(HandTime.NOON.plusSeconds(61));
        time.isSetBy(Duration.ofMillis(29_900));
        assertThat(beginning.endOf(60, time)).isEqualTo(HandTime.NOON.plusSeconds(91));
        time.isSetBy(Duration.ofSeconds(-20));
        assertThat(beginning.endOf(60, time)).isEqualTo(HandTime.NOON.plusSeconds(41));
    }

    @Test
    void clocks_that_differ_by_a_little_leave_whole_seconds_as_they_are() {
        time.passes(61 * Beginning.SECOND);
        time.isSetBy(Duration.ofMillis(300));
        assertThat(beginning.endOf(60, time)).isEqualTo(HandTime.NOON.plusSeconds(61));
    }
}
