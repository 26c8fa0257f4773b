package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.control.Drills;
import dev.drillbook.control.Gate;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Start;
import dev.drillbook.control.Workshop;
import dev.drillbook.runbook.Invalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two drills at once: which one somebody means. */
class WhichTest {
    @TempDir
    private Path folder;

    private Workshop workshop;
    private Drills drills;
    private LiveDrill first;
    private LiveDrill second;
    private Which which;

    @BeforeEach
    void start() throws IOException {
        workshop = new Workshop(folder).under(Gate.OPEN);
        // of one service: neither breaks it while the test goes on, or the other would not find it well
        String late = Workshop.text()
                .replace("timeLimit   30.seconds", "timeLimit 10.minutes")
                .replace("at 0.seconds apply", "at 5.minutes apply");
        Files.writeString(workshop.runbook(), late);
        drills = workshop.drillsOf("workshop", "annex");
        first = drills.start(wish("workshop"), words -> {});
        second = drills.start(wish("annex"), words -> {});
        which = new Which(
                drills, (channel, thread) -> thread.filter("1.2"::equals).map(ts -> second.id()));
    }

    private static Start wish(String environment) {
        return new Start("wrong-mode", environment, Map.of(), false, "ada", "terminal");
    }

    @AfterEach
    void end() {
        drills.running().forEach(drill -> drill.stop("the test is over"));
        first.finished().join();
        second.finished().join();
        workshop.close();
    }

    private static Heard heard(Optional<String> thread) {
        return new Heard("key", Instant.now(), "T1", "U1", "C1", thread, Optional.empty());
    }

    private Which.Meant meant(String text) {
        return which.of(heard(Optional.empty()), text);
    }

    @Test
    void none_is_guessed() {
        assertThatThrownBy(() -> meant("detected"))
                .isInstanceOf(Invalid.class)
                .hasMessage("several drills are running: name one with on workshop or on annex");
    }

    @Test
    void the_one_whose_environment_is_named() {
        assertThat(meant("the disk on annex")).isEqualTo(new Which.Meant(second, "the disk"));
        assertThat(meant("1 on workshop at 11:20")).isEqualTo(new Which.Meant(first, "1 at 11:20"));
    }

    @Test
    void another_is_not_meant_because_it_is_the_only_one() {
        first.stop("it is over");
        first.finished().join();
        assertThatThrownBy(() -> meant("the fault on workshop"))
                .isInstanceOf(Invalid.class)
                .hasMessage("no drill is running on 'workshop', but on annex");
        assertThat(meant("1 on annex")).isEqualTo(new Which.Meant(second, "1"));
        assertThat(meant("the disk")).isEqualTo(new Which.Meant(second, "the disk"));
    }

    @Test
    void the_one_in_whose_thread_it_is_said() {
        assertThat(which.of(heard(Optional.of("1.2")), "on a disk")).isEqualTo(new Which.Meant(second, "on a disk"));
        assertThat(which.around(heard(Optional.of("1.2")))).contains(second);
        assertThat(which.around(heard(Optional.empty()))).isEmpty();
    }

    @Test
    void what_is_said_where_one_that_is_over_was_told_is_of_no_other() {
        second.stop("it is over");
        second.finished().join();
        Heard debrief = heard(Optional.of("1.2"));
        assertThat(which.around(debrief)).isEmpty();
        assertThatThrownBy(() -> which.of(debrief, ""))
                .isInstanceOf(Invalid.class)
                .hasMessage("drill " + second.id()
                        + " is over: say it in the drills' channel, or name one with on workshop");
        assertThat(which.of(debrief, "on workshop")).isEqualTo(new Which.Meant(first, ""));
        assertThat(meant("the disk")).isEqualTo(new Which.Meant(first, "the disk"));
    }
}
