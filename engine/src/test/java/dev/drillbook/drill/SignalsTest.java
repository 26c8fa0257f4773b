package dev.drillbook.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.runbook.Reading;
import dev.drillbook.runbook.Share;
import dev.drillbook.runbook.Signal;
import dev.drillbook.timeline.Second;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignalsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static final Signal<Share> ERRORS = new Signal<>("traffic.errors", Share.class);

    private final Signals signals = new Signals();

    @Test
    void after_the_clock_was_set_back_no_reading_from_before_is_judged_as_a_later_one() {
        for (int i = 0; i < 100; i++) reads(NOON.plusSeconds(i), 0.0);
        for (int i = 40; i < 43; i++) reads(NOON.plusSeconds(i), 1.0);
        assertThat(signals.last(ERRORS, Duration.ofSeconds(3)))
                .extracting(Reading::value)
                .containsExactly(1.0, 1.0, 1.0);
    }

    private void reads(Instant at, double errors) {
        signals.add(new Second(at, Map.of(ERRORS.name(), errors), List.of(), Map.of()));
    }
}
