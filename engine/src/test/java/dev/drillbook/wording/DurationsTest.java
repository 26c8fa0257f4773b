package dev.drillbook.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.0000004S, 0 s",
        "PT-0.0000004S, 0 s",
        "PT0.85S, 850 ms",
        "PT0.9996S, 1 s",
        "PT12.4S, 12 s",
        "PT-12S, -12 s",
        "PT59.5S, 1 min 00 s",
        "PT7M, 7 min 00 s",
        "PT-7M-5S, -7 min 05 s",
        "PT59M59.6S, 1 h 00 min",
        "PT1H4M40S, 1 h 05 min",
        "PT23H59M40S, 1 d 00 h",
        "PT51H, 2 d 03 h"
    })
    void a_duration_shows_its_two_largest_units(Duration time, String words) {
        assertThat(Durations.inWords(time)).isEqualTo(words);
    }
}
