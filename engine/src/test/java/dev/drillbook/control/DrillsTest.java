package dev.drillbook.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.environment.Site;
import dev.drillbook.environment.StopSwitch;
import dev.drillbook.journal.JournalReader;
import dev.drillbook.runbook.Reading;
import dev.drillbook.runbook.Refused;
import dev.drillbook.timeline.Happening.Aborted;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Timeline;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole drills in real time, of a small real service. */
class DrillsTest {
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
    void a_rehearsal_breaks_repairs_scores_and_writes_it_up() {
        Finished finished = workshop.drills()
                .start(Workshop.rehearsal(), words -> {})
                .finished()
                .join();
        assertThat(finished.failures()).isEmpty();
        assertThat(finished.trouble()).isEmpty();
        assertThat(finished.exit()).isEqualTo(Exit.DONE);
        assertThat(finished.files()).allMatch(Files::isRegularFile).hasSizeGreaterThanOrEqualTo(6);
    }

    /** All are touched sooner or later, for nobody listens there: so the count must have begun anew. */
    @Test
    void users_who_were_touched_before_the_first_fault_do_not_count() throws IOException {
        Files.writeString(
                workshop.runbook(),
                Workshop.briefText().replace("steadyState answers", "steadyState answers, traffic.requests.above(1)"));
        URI nobody = URI.create("http://127.0.0.1:1");
        Timeline timeline = workshop.visitedAt(new Site(nobody, List.of("/"), nobody))
                .drills()
                .start(Workshop.run(), words -> {})
                .finished()
                .join()
                .timeline();
        Instant applied = timeline.firstApplied().orElseThrow();
        Map<Boolean, DoubleSummaryStatistics> touched = timeline.series().of("traffic.touched").stream()
                .filter(reading -> Double.isFinite(reading.value()))
                .collect(Collectors.partitioningBy(
                        reading -> reading.at().isAfter(applied), Collectors.summarizingDouble(Reading::value)));
        assertThat(touched.get(true).getMin()).isLessThan(touched.get(false).getMax());
    }

    @Test
    void a_claim_is_on_disk_before_it_is_answered() throws IOException {
        LiveDrill drill = workshop.drills().start(Workshop.run(), words -> {});
        say(drill, "note the file looks odd");
        assertThat(Files.readString(folder.resolve("reports/" + drill.id() + "/journal.jsonl")))
                .contains("the file looks odd");
        say(drill, "abort");
        drill.finished().join();
    }

    @Test
    void an_abort_puts_the_file_back_and_keeps_what_else_was_edited() throws IOException {
        LiveDrill drill = workshop.drills().start(Workshop.run(), words -> {});
        until(() -> Files.readString(workshop.config()).contains("bad"));
        Files.writeString(workshop.config(), Files.readString(workshop.config()) + "# mine\nother=1\n");
        say(drill, "abort");
        assertThat(drill.finished().join().ending()).isEqualTo(Ending.ABORTED);
        assertThat(workshop.config()).hasContent("# the service's own\nmode=good\n# mine\nother=1\n");
    }

    @Test
    void of_two_drills_started_at_the_same_moment_exactly_one_runs() throws Exception {
        Drills drills = workshop.drills();
        Callable<LiveDrill> start = () -> drills.start(Workshop.run(), words -> {});
        var pool = Executors.newFixedThreadPool(2);
        List<LiveDrill> running = new ArrayList<>();
        List<Throwable> refused = new ArrayList<>();
        for (Future<LiveDrill> one : pool.invokeAll(List.of(start, start))) {
            try {
                running.add(one.get());
            } catch (java.util.concurrent.ExecutionException e) {
                refused.add(e.getCause());
            }
        }
        pool.shutdown();
        assertThat(running).hasSize(1);
        assertThat(refused).singleElement().isInstanceOf(Refused.class);
        running.get(0).stop("test is over");
        running.get(0).finished().join();
    }

    @Test
    void an_environment_where_something_is_owed_is_not_free() throws IOException {
        String owing = workshop.leftOwing();
        assertThatThrownBy(() -> workshop.drills().start(Workshop.run(), words -> {}))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("drillbook undo " + owing);
    }

    @Test
    void an_environment_that_cannot_be_taken_down_is_free_for_the_next_drill() throws IOException {
        Files.writeString(workshop.runbook(), Workshop.shortText());
        Drills drills = workshop.thatIsDown().thatCannotBeTakenDown().drills();
        for (int i = 0; i < 2; i++)
            drills.start(Workshop.run(), words -> {})
                    .finished()
                    .handle((done, failed) -> done)
                    .join();
    }

    @Test
    void an_environment_that_a_drill_started_is_taken_down_once_nothing_is_owed() throws IOException {
        Files.writeString(workshop.runbook(), Workshop.briefText());
        workshop.thatIsDown()
                .drills()
                .start(Workshop.run(), words -> {})
                .finished()
                .join();
        assertThat(workshop.isUp()).isFalse();
    }

    @Test
    void an_environment_that_a_drill_started_stays_up_while_something_is_owed() throws IOException {
        Files.writeString(workshop.runbook(), Workshop.owingText());
        Finished finished = workshop.thatIsDown()
                .drills()
                .start(Workshop.run(), words -> {})
                .finished()
                .join();
        assertThat(finished.exit()).isEqualTo(Exit.STILL_OWED);
        assertThat(workshop.isUp()).isTrue();
    }

    @Test
    void an_environment_that_was_up_before_stays_up() throws IOException {
        Files.writeString(workshop.runbook(), Workshop.briefText());
        workshop.drills().start(Workshop.run(), words -> {}).finished().join();
        assertThat(workshop.isUp()).isTrue();
    }

    @Test
    void the_stop_switch_ends_what_runs_and_lets_nothing_start() throws IOException {
        Drills drills = workshop.drills();
        LiveDrill drill = drills.start(Workshop.run(), words -> {});
        until(() -> Files.readString(workshop.config()).contains("bad"));
        StopSwitch stop = new StopSwitch(workshop.home().stopped());
        stop.stop(new StopSwitch.Thrown("grace", "a real incident", Instant.now()));
        assertThat(drill.finished().join().timeline().aborted().orElseThrow())
                .isEqualTo(new Aborted("grace", "every drill is to stop: a real incident", false));
        assertThat(workshop.config()).hasContent("# the service's own\nmode=good\n");
        assertThatThrownBy(() -> drills.start(Workshop.run(), words -> {}))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("by grace (a real incident)");
        stop.lift();
        drills.start(Workshop.rehearsal(), words -> {}).finished().join();
    }

    @Test
    void a_signal_ends_what_runs_at_once_put_back_recorded_and_written_up() {
        Drills drills = workshop.drills();
        LiveDrill drill = drills.start(Workshop.run(), words -> {});
        until(() -> Files.readString(workshop.config()).contains("bad"));
        assertThat(drills.end("SIGTERM")).isTrue();
        Finished finished = drill.finished().join();
        assertThat(finished.ending()).isEqualTo(Ending.SIGNAL);
        assertThat(finished.timeline().aborted()).contains(new Aborted(Aborted.DRILLBOOK, "SIGTERM", false));
        assertThat(finished.files()).isNotEmpty();
        assertThat(workshop.config()).hasContent("# the service's own\nmode=good\n");
    }

    @Test
    void where_nothing_can_be_written_nothing_is_broken() throws IOException {
        Files.writeString(folder.resolve("reports"), "a file where the folder should be");
        assertThatThrownBy(() -> workshop.drills().start(Workshop.run(), words -> {}))
                .isInstanceOf(Refused.class);
        assertThat(workshop.config()).hasContent("# the service's own\nmode=good\n");
    }

    @Test
    void who_listens_hears_of_each_drill_that_begins() {
        Drills drills = workshop.drills();
        List<String> heard = new ArrayList<>();
        Runnable enough = drills.onStart(drill -> heard.add(drill.id()));
        LiveDrill first = drills.start(Workshop.rehearsal(), words -> {});
        first.finished().join();
        enough.run();
        drills.start(Workshop.rehearsal(), words -> {}).finished().join();
        assertThat(heard).containsExactly(first.id());
    }

    @Test
    void a_listener_that_fails_leaves_the_drill_and_whoever_started_it_alone() {
        Drills drills = workshop.drills();
        drills.onStart(drill -> {
            throw new IllegalStateException("a listener's own trouble");
        });
        LiveDrill drill = drills.start(Workshop.rehearsal(), words -> {});
        assertThat(drill.finished().join().owed()).isEmpty();
        assertThat(workshop.config()).hasContent("# the service's own\nmode=good\n");
    }

    @Test
    void a_drill_of_the_past_is_what_it_was_when_it_finished() {
        Drills drills = workshop.drills();
        Finished finished =
                drills.start(Workshop.rehearsal(), words -> {}).finished().join();
        assertThat(workshop.drills().past(finished.drill())).contains(finished);
        assertThat(drills.past("../elsewhere")).isEmpty();
    }

    @Test
    void the_same_journal_gives_the_same_report_again() throws IOException {
        Finished finished = workshop.drills()
                .start(Workshop.rehearsal(), words -> {})
                .finished()
                .join();
        String before = Files.readString(finished.folder().resolve("scorecard.json"));
        new Reporting(workshop.home().templates())
                .write(finished.folder(), dev.drillbook.report.Subject.Naming.ROLES, java.util.Optional.empty());
        assertThat(finished.folder().resolve("scorecard.json")).hasContent(before);
        Timeline read = Timeline.of(JournalReader.read(finished.folder()).entries());
        assertThat(read.entries()).isEqualTo(finished.timeline().entries());
    }

    private void say(LiveDrill drill, String line) {
        drill.say("ada", Utterance.of(line, drill.zone(), Instant.now()));
    }

    static void until(Callable<Boolean> what) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        try {
            while (!what.call()) {
                if (System.nanoTime() > deadline) throw new AssertionError("it did not happen in 30 s");
                Thread.onSpinWait();
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
