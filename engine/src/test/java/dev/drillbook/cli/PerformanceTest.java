package dev.drillbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.control.Drills;
import dev.drillbook.control.Finished;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.OpenDrill;
import dev.drillbook.control.Wire;
import dev.drillbook.control.Workshop;
import dev.drillbook.settings.Settings;
import dev.drillbook.web.ServeDoor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill that whoever started it wants to end. */
class PerformanceTest {
    @TempDir
    private Path folder;

    private Workshop workshop;
    private Typed typed;
    private Drills drills;
    private AutoCloseable serving = () -> {};

    @BeforeEach
    void open() throws IOException {
        workshop = new Workshop(folder);
        typed = new Typed(workshop);
        drills = workshop.drills();
    }

    @AfterEach
    void close() throws Exception {
        endServing();
        for (LiveDrill live : drills.running()) {
            live.stop("test is over");
            live.finished().join();
        }
        workshop.close();
    }

    @Test
    void a_second_ctrl_c_says_what_is_still_owed_and_skips_nothing() throws IOException {
        Files.writeString(workshop.runbook(), Workshop.patientText());
        try (Performance performance = new Performance(typed.place(), typed.screen())) {
            OpenDrill drill = performance.start(Workshop.run());
            awaitHarm(drill);
            performance.interrupted();
            performance.interrupted();
            assertThat(typed.err())
                    .endsWith("SIGINT: ending the drill, everything is put back first\n"
                            + "still putting things back; owed: 1 undo\n");
            workshop.letUndo();
            Finished finished = performance.finish(drill);
            assertThat(finished.owed()).isEmpty();
            assertThat(workshop.config()).content().contains("mode=good");
            assertThat(performance.exit(finished.exit())).isEqualTo(128 + 2);
        }
    }

    @Test
    void ctrl_c_for_a_drill_of_serve_that_is_over_is_told_so() throws Exception {
        Files.writeString(workshop.runbook(), Workshop.shortText());
        serve();
        try (Performance performance = new Performance(typed.place(), typed.screen())) {
            performance.finish(performance.start(Workshop.run()));
            performance.interrupted();
            assertThat(typed.err()).endsWith("everything is put back first\nthe drill is over\n");
        }
    }

    @Test
    void ctrl_c_for_a_drill_of_a_serve_that_does_not_answer_is_told_so() throws Exception {
        serve();
        try (Performance performance = new Performance(typed.place(), typed.screen())) {
            performance.start(Workshop.run());
            endServing();
            performance.interrupted();
            assertThat(typed.err().lines().reduce((one, next) -> next).orElseThrow())
                    .contains("drillbook serve (process ", "does not answer");
        }
    }

    private void serve() {
        Settings settings = Settings.of(Settings.FILE, "serve:\n  listen: 127.0.0.1:0\n", Instant.EPOCH);
        serving = ServeDoor.of(settings.root(), workshop.home()).open(drills);
    }

    private void endServing() throws Exception {
        serving.close();
        serving = () -> {};
    }

    private static void awaitHarm(OpenDrill drill) {
        int seen = 0;
        while (drill.owed() == 0) {
            Wire.Lines lines = drill.lines(seen, true, Duration.ofSeconds(1));
            seen = lines.seen();
        }
    }
}
