package dev.drillbook.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.drill.HandClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorTest {
    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2027-01-04T08:00:00Z"));
    private Workshop workshop;
    private Database database;
    private Notices notices;
    private Collector collector;
    private Path away;

    @BeforeEach
    void open() throws IOException {
        workshop = new Workshop(folder);
        database = Database.open(workshop.home().state());
        notices = new Notices(database, clock);
        collector = new Collector(workshop.debts(), notices, clock);
        away = workshop.config().resolveSibling("away");
    }

    @AfterEach
    void close() {
        database.close();
        workshop.close();
    }

    @Test
    void what_is_owed_is_paid_and_told() throws IOException {
        String drill = workshop.leftOwing();
        look();
        assertThat(workshop.config()).hasContent("# the service's own\nmode=good\n");
        assertThat(told()).containsExactly("Drill " + drill + ": everything is put back on workshop");
    }

    @Test
    void what_cannot_be_paid_is_told_once_and_paid_when_it_can_be() throws IOException {
        String drill = workshop.leftOwing();
        Files.move(workshop.config(), away);
        for (int time = 0; time < 3; time++) {
            look();
            clock.turn(Duration.ofMinutes(10));
        }
        Files.move(away, workshop.config());
        look();
        assertThat(told())
                .containsExactly(
                        "Drill " + drill + " STILL OWES 1 undo on workshop: Drillbook goes on trying; by hand:"
                                + " drillbook undo --list",
                        "Drill " + drill + ": everything is put back on workshop");
    }

    @Test
    void what_cannot_be_looked_into_is_told_once_and_paid_when_it_can_be() throws IOException {
        String drill = workshop.leftOwing();
        Path link = workshop.home().reports().resolve(drill);
        Files.move(link, folder.resolve("unmounted"));
        Files.createSymbolicLink(link, folder.resolve("disk"));
        look();
        look();
        Files.move(folder.resolve("unmounted"), folder.resolve("disk"));
        look();
        assertThat(workshop.config()).hasContent("# the service's own\nmode=good\n");
        assertThat(told())
                .containsExactly(
                        "Something may be OWED: cannot look into " + link + ": it does not exist; what is owed there"
                                + " is not known: let someone look who may",
                        "Drill " + drill + ": everything is put back on workshop");
    }

    @Test
    void what_cannot_be_looked_into_keeps_no_other_from_being_paid() throws IOException {
        workshop.leftOwing();
        Files.createSymbolicLink(workshop.home().reports().resolve("2026-01-01-1"), folder.resolve("disk"));
        look();
        assertThat(workshop.config()).hasContent("# the service's own\nmode=good\n");
    }

    @Test
    void it_tries_less_and_less_often() throws IOException {
        workshop.leftOwing();
        Files.move(workshop.config(), away);
        look();
        clock.turn(Duration.ofSeconds(10));
        look();
        Files.move(away, workshop.config());
        clock.turn(Duration.ofSeconds(19));
        look();
        assertThat(workshop.config()).as("ten seconds, then twenty").content().contains("bad");
        clock.turn(Duration.ofSeconds(1));
        look();
        assertThat(workshop.config()).content().contains("good");
    }

    @Test
    void what_a_drill_left_owing_while_it_was_open_is_paid() throws Exception {
        Drills drills = workshop.drills();
        AutoCloseable open = collector.open(drills);
        try {
            LiveDrill drill = drills.start(Workshop.run(), words -> {});
            DrillsTest.until(() -> Files.readString(workshop.config()).contains("bad"));
            Files.move(workshop.config(), away);
            drill.stop("test");
            assertThat(drill.finished().join().owed()).hasSize(1);
            DrillsTest.until(() -> told().size() == 1);
            Files.move(away, workshop.config());
            clock.turn(Duration.ofSeconds(10));
            DrillsTest.until(() -> Files.readString(workshop.config()).contains("good"));
            DrillsTest.until(() -> told().size() == 2); // told once it is written up, in the folder that JUnit deletes
        } finally {
            open.close();
        }
    }

    @Test
    void what_a_drill_leaves_owing_that_began_before_it_opened_is_paid() throws Exception {
        Drills drills = workshop.drills();
        LiveDrill drill = drills.start(Workshop.run(), words -> {});
        DrillsTest.until(() -> Files.readString(workshop.config()).contains("bad"));
        AutoCloseable open = collector.open(drills);
        try {
            Files.move(workshop.config(), away);
            drill.stop("test");
            assertThat(drill.finished().join().owed()).hasSize(1);
            DrillsTest.until(() -> told().size() == 1);
            Files.move(away, workshop.config());
        } finally {
            open.close();
        }
    }

    @Test
    void a_drill_that_runs_here_pays_for_itself() throws Exception {
        Drills drills = workshop.drills();
        LiveDrill drill = drills.start(Workshop.run(), words -> {});
        DrillsTest.until(() -> Files.readString(workshop.config()).contains("bad"));
        collector.look(drills);
        assertThat(workshop.config()).content().contains("bad");
        drill.stop("test is over");
        drill.finished().join();
        assertThat(told()).isEmpty();
    }

    private void look() {
        collector.look(workshop.drills());
    }

    private List<String> told() {
        return notices.after(0).stream().map(Notices.Notice::text).toList();
    }
}
