package dev.drillbook.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.environment.StopSwitch;
import dev.drillbook.timeline.Happening.Aborted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real drill, which the switch for all drills ends. */
class StopWatchTest {
    @TempDir
    private Path folder;

    private Workshop workshop;

    @BeforeEach
    void open() throws IOException {
        workshop = new Workshop(folder);
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void a_real_incident_that_stops_every_drill_is_recorded_as_one() {
        assertThat(abortedFor("real database down"))
                .isEqualTo(new Aborted("grace", "every drill is to stop: database down", true));
    }

    @Test
    void a_real_incident_needs_no_words() {
        assertThat(abortedFor("real")).isEqualTo(new Aborted("grace", "every drill is to stop", true));
    }

    @Test
    void a_time_at_the_end_of_the_reason_stays_in_it() {
        assertThat(abortedFor("the network goes at 23:59"))
                .isEqualTo(new Aborted("grace", "every drill is to stop: the network goes at 23:59", false));
    }

    private Aborted abortedFor(String reason) {
        LiveDrill drill = workshop.drills().start(Workshop.run(), words -> {});
        new StopSwitch(workshop.home().stopped()).stop(new StopSwitch.Thrown("grace", reason, Instant.now()));
        return drill.finished().join().timeline().aborted().orElseThrow();
    }
}
