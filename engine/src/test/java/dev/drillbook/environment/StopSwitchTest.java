package dev.drillbook.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.drillbook.environment.StopSwitch.Thrown;
import dev.drillbook.runbook.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopSwitchTest {
    private static final Thrown BY_ADA =
            new Thrown("ada", "the café is on fire", Instant.parse("2027-01-04T08:00:00Z"));

    @TempDir
    private Path folder;

    private StopSwitch stop() {
        return new StopSwitch(folder.resolve("state/stopped"));
    }

    @Test
    void it_is_not_thrown_until_someone_throws_it() {
        assertThatCode(() -> stop().check()).doesNotThrowAnyException();
        assertThat(stop().lift()).isFalse();
    }

    @Test
    void it_stays_thrown_in_every_process_until_it_is_lifted() {
        stop().stop(BY_ADA);
        assertThat(stop().thrown()).contains(BY_ADA);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> stop().check())
                .withMessage("every drill is stopped since 2027-01-04T08:00:00Z by ada (the café is on fire): lift that"
                        + " with drillbook abort --lift");
        assertThat(stop().lift()).isTrue();
        assertThat(stop().thrown()).isEmpty();
    }

    @Test
    void a_file_that_nobody_can_read_stops_drills_all_the_same() throws IOException {
        Files.createDirectories(folder.resolve("state"));
        Files.writeString(folder.resolve("state/stopped"), "");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> stop().check());
    }

    @Test
    void names_and_reasons_of_several_lines_are_kept_on_one() {
        stop().stop(new Thrown("a\nda", "one\r\ntwo", BY_ADA.at()));
        assertThat(stop().thrown()).contains(new Thrown("a da", "one two", BY_ADA.at()));
    }
}
