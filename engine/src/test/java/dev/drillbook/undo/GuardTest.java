package dev.drillbook.undo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.environment.EnvironmentLock;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.timeline.Happening.Cause;
import dev.drillbook.timeline.Happening.Closed;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Happening.GuardTookOver;
import dev.drillbook.timeline.Happening.Paid;
import dev.drillbook.timeline.Happening.PaybackBegan;
import dev.drillbook.timeline.Happening.StaysOwed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guard as a process of its own, beside an engine that dies, freezes or ends in order. */
class GuardTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final List<String> STRANGERS = List.of(
            "groovy.",
            "org.codehaus.groovy",
            "org.apache.groovy",
            "org.quartz",
            "com.slack",
            "freemarker",
            "ch.qos",
            "redis.clients",
            "org.postgresql",
            "picocli",
            "com.networknt",
            "org.h2");

    @TempDir
    private Path home;

    private GuardedDrill drill;

    @BeforeEach
    void breakSomething() throws IOException {
        drill = new GuardedDrill(home, Duration.ofHours(2));
    }

    @AfterEach
    void close() {
        drill.close();
    }

    @Test
    void when_its_engine_is_gone_it_pays_closes_the_journal_and_leaves_nothing_behind() throws Exception {
        drill.guarded(LONG);
        long died = System.nanoTime();
        drill.engineDies();
        while (!drill.isPutBack()) TimeUnit.MILLISECONDS.sleep(5);
        long millis = (System.nanoTime() - died) / 1_000_000;
        assertThat(drill.ended()).isZero();
        System.out.println("guard: put back " + millis + " ms after its engine died");
        assertThat(drill.timeline().entries().stream().filter(entry -> entry.epoch() == 3))
                .extracting(entry -> (Object) entry.what().getClass())
                .containsExactly(GuardTookOver.class, PaybackBegan.class, Paid.class, Closed.class);
        assertThat(drill.timeline().ending()).contains(Ending.INTERRUPTED);
        assertThat(drill.log()).doesNotExist();
    }

    @Test
    void an_engine_that_is_silent_for_too_long_is_ended_for_good_before_it_pays() throws Exception {
        signal("STOP", drill.engine);
        drill.guarded(Duration.ofMillis(600));
        assertThat(drill.ended()).isZero();
        signal("CONT", drill.engine);
        assertThat(drill.engine.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(drill.engine.exitValue()).isEqualTo(128 + 9);
        assertThat(drill.isPutBack()).isTrue();
        assertThat(drill.timeline().all(GuardTookOver.class))
                .extracting(entry -> entry.what().cause())
                .containsExactly(Cause.ENGINE_FROZEN);
    }

    @Tag("drills")
    @Test
    void an_engine_whose_heart_beats_while_a_fault_outlives_its_lease_is_ended() throws Exception {
        drill.close();
        drill = new GuardedDrill(Files.createDirectory(home.resolve("short")), Duration.ofSeconds(1));
        drill.guarded(Duration.ofSeconds(5));
        while (drill.guard.isAlive()) beat();
        assertThat(drill.engine.isAlive()).isFalse();
        assertThat(drill.isPutBack()).isTrue();
        assertThat(drill.timeline().all(GuardTookOver.class))
                .extracting(entry -> entry.what().cause())
                .containsExactly(Cause.LEASE_OVER);
    }

    private void beat() throws Exception {
        TimeUnit.MILLISECONDS.sleep(300);
        try {
            drill.guard.getOutputStream().write('\n');
            drill.guard.getOutputStream().flush();
        } catch (IOException e) {
            // it ended
        }
    }

    @Test
    void an_engine_that_lets_itself_be_heard_is_left_alone() throws Exception {
        drill.guarded(Duration.ofSeconds(5));
        for (int beats = 0; beats < 20; beats++) beat();
        assertThat(drill.engine.isAlive() && drill.guard.isAlive()).isTrue();
        assertThat(drill.isPutBack()).isFalse();
    }

    @Test
    void a_signal_that_ends_everything_else_does_not_end_it_while_something_is_owed() throws Exception {
        drill.guarded(LONG);
        for (String name : List.of("HUP", "INT", "TERM")) signal(name, drill.guard);
        assertThat(drill.guard.waitFor(300, TimeUnit.MILLISECONDS)).isFalse();
        drill.engineDies();
        assertThat(drill.ended()).isZero();
        assertThat(drill.isPutBack()).isTrue();
    }

    @Test
    void a_journal_that_its_engine_closed_ends_its_duty_even_with_a_debt_that_could_not_be_paid() throws Exception {
        drill.guarded(LONG);
        drill.writes(new StaysOwed(1, "no answer"), new Closed(Ending.ABORTED, null));
        int entries = drill.timeline().entries().size();
        drill.engineDies();
        assertThat(drill.ended()).isZero();
        assertThat(drill.timeline().entries()).hasSize(entries);
        assertThat(drill.log()).doesNotExist();
    }

    @Test
    void where_someone_who_pays_by_hand_is_quicker_nothing_is_left_to_do() throws Exception {
        drill.guarded(LONG);
        try (EnvironmentLock theirs = EnvironmentLock.take(drill.locks(), drill.environment())) {
            assertThat(theirs).isNotNull();
            drill.engineDies();
            assertThat(drill.guard.waitFor(300, TimeUnit.MILLISECONDS)).isFalse();
            drill.writes(
                    new Paid(1, new Payment.PutBack("by hand"), new Verdict.Holds("gone")),
                    new Closed(Ending.INTERRUPTED, null));
        }
        assertThat(drill.ended()).isZero();
        assertThat(drill.timeline().all(Closed.class)).hasSize(1);
    }

    @Test
    void what_it_cannot_pay_stays_owed_and_is_told_in_its_log() throws Exception {
        drill.guarded(LONG);
        Files.delete(drill.config);
        drill.engineDies();
        assertThat(drill.ended()).isEqualTo(4);
        assertThat(drill.timeline().undos().owed()).hasSize(1);
        assertThat(Files.readString(drill.log()))
                .contains("STILL OWED", "(" + drill.config, "drillbook undo 2026-11-24-1");
    }

    @Test
    void it_is_small_and_loads_nothing_that_it_does_not_need() throws Exception {
        Path loaded = home.resolve("loaded");
        drill.guarded(LONG, "-Xlog:class+load:file=" + loaded);
        TimeUnit.MILLISECONDS.sleep(2_500); // it has looked at the journal
        long waiting = resident();
        drill.engineDies();
        long most = waiting;
        while (drill.guard.isAlive()) most = Math.max(most, resident());
        assertThat(drill.isPutBack()).isTrue();
        System.out.println("guard: " + waiting / 1024 + " MB resident while it waits, " + most / 1024 + " MB at most");
        assertThat(most).isLessThan(100 * 1024);
        try (var lines = Files.lines(loaded)) {
            assertThat(lines.map(line -> line.replaceFirst("^(\\[[^]]*])+ ", "")))
                    .isNotEmpty()
                    .noneMatch(name -> STRANGERS.stream().anyMatch(name::startsWith));
        }
    }

    /** In KiB; 0 when it is gone. */
    private long resident() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + drill.guard.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (java.nio.file.NoSuchFileException | java.io.UncheckedIOException e) {
            return 0;
        }
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                .start()
                .waitFor();
    }
}
