package dev.drillbook.undo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.runbook.Mistake;
import dev.drillbook.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GuardSettingsTest {
    @Test
    void the_heartbeat_is_read_in_words() {
        assertThat(GuardSettings.of(settings("guard: {heartbeat: 30 seconds}").root())
                        .heartbeat())
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void where_nothing_is_said_it_is_ten_seconds() {
        assertThat(GuardSettings.of(settings("zone: UTC").root()).heartbeat()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void one_that_would_end_a_busy_engine_is_a_mistake_at_its_place() {
        Settings settings = settings("guard:\n  heartbeat: 1 second\n");
        GuardSettings.of(settings.root());
        assertThat(settings.mistakes())
                .extracting(Mistake::inWords)
                .containsExactly("drillbook.yaml:2:3: a heartbeat of 1 s would take a busy engine for a frozen one:"
                        + " write 2 seconds or more, such as 10 seconds");
    }

    @Test
    void a_misspelt_key_is_told() {
        assertThat(settings("guard: {heartbeet: 10 seconds}").mistakes())
                .extracting(Mistake::inWords)
                .singleElement()
                .asString()
                .contains("did you mean 'heartbeat'?");
    }

    private static Settings settings(String text) {
        return Settings.of("drillbook.yaml", text, Instant.EPOCH);
    }
}
