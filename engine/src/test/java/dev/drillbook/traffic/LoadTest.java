package dev.drillbook.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.runbook.Invalid;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final Duration USUAL = Duration.ofSeconds(3);

    @Test
    void a_rate_that_would_be_an_attack_is_refused() {
        assertThatThrownBy(() -> new Load(300, 2_001, USUAL, USUAL, USUAL, 1))
                .isInstanceOf(Invalid.class)
                .hasMessage("traffic of 2001 requests a second: write 1 to 2000");
    }

    @Test
    void as_usual_at_least_300_users_come() {
        assertThat(Load.usual().users()).isGreaterThanOrEqualTo(300);
    }

    @Test
    void nobody_is_no_traffic() {
        assertThatThrownBy(() -> new Load(0, 300, USUAL, USUAL, USUAL, 1)).hasMessageEndingWith("write 1 to 10000");
    }

    @Test
    void times_out_of_range_are_refused() {
        assertThatThrownBy(() -> new Load(300, 300, USUAL, Duration.ofMillis(-1), USUAL, 1))
                .hasMessageContaining("tolerance");
        assertThatThrownBy(() -> new Load(300, 300, USUAL, USUAL, Duration.ofMillis(99), 1))
                .hasMessageContaining("patience");
        assertThatThrownBy(() -> new Load(300, 300, Duration.ofMillis(500), USUAL, USUAL, 1))
                .hasMessage("traffic's warm-up of PT0.5S: write whole seconds from 0 s to 1 min");
    }
}
