package dev.drillbook.control;

import static dev.drillbook.control.DrillsTest.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.runbook.Refused;
import dev.drillbook.timeline.Happening.Applied;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Happening.GuardReplaced;
import dev.drillbook.undo.Guards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drills and their guards, each a real process: either, or both, are killed or frozen while a fault is live. */
class GuardedDrillsTest {
    /** A machine that was busy with something else gets the time wrong, but never what it proves. */
    private static final int ATTEMPTS = 3;

    private static final String GOOD = "# the service's own\nmode=good\n";

    @TempDir
    private Path folder;

    private Workshop workshop;
    private Process engine;

    @BeforeEach
    void open() throws IOException {
        workshop = new Workshop(folder).guarded();
    }

    @AfterEach
    void close() {
        if (engine != null) engine.destroyForcibly();
        workshop.close();
    }

    @Test
    void at_a_normal_end_no_guard_is_left_and_it_has_left_nothing() throws IOException {
        LiveDrill drill = workshop.drills().start(Workshop.run(), words -> {});
        until(this::isBroken);
        assertThat(LivingGuards.below(folder)).hasSize(1);
        drill.say("ada", "abort");
        Finished finished = drill.finished().join();
        assertThat(LivingGuards.below(folder)).isEmpty();
        assertThat(finished.folder().resolve("guard.log")).doesNotExist();
        assertThat(finished.ending()).isEqualTo(Ending.ABORTED);
    }

    @Test
    void a_guard_that_is_killed_is_replaced_and_the_drill_goes_on() throws IOException {
        LiveDrill drill = workshop.drills().start(Workshop.run(), words -> {});
        until(this::isBroken);
        ProcessHandle first = LivingGuards.below(folder).get(0);
        first.destroyForcibly();
        until(() -> !drill.timeline().all(GuardReplaced.class).isEmpty());
        assertThat(LivingGuards.below(folder)).hasSize(1).doesNotContain(first);
        drill.say("ada", "abort");
        assertThat(drill.finished().join().exit()).isEqualTo(Exit.NOT_PASSED);
        assertThat(LivingGuards.below(folder)).isEmpty();
    }

    @Test
    void where_no_guard_can_be_started_the_drill_is_refused_and_nothing_is_broken() {
        Guards none = (drill, told) -> new Guards.Posted() {
            @Override
            public void awaitReady() {
                throw new Refused("no guard could be started");
            }

            @Override
            public void close() {}
        };
        Finished finished = workshop.guardedBy(none)
                .drills()
                .start(Workshop.run(), words -> {})
                .finished()
                .join();
        assertThat(finished.exit()).isEqualTo(Exit.REFUSED);
        assertThat(finished.refusal()).contains("no guard could be started");
        assertThat(finished.timeline().all(Applied.class)).isEmpty();
        assertThat(workshop.config()).hasContent(GOOD);
    }

    @Tag("drills")
    @Test
    void
            kill_minus_nine_of_the_engine_and_its_whole_process_group_leaves_nothing_broken_and_the_next_start_writes_it_up()
                    throws Exception {
        long millis = Long.MAX_VALUE;
        for (int attempt = 0; millis >= 2_000 && attempt < ATTEMPTS; attempt++) {
            engineRuns("10 seconds");
            long since = System.nanoTime();
            kill("-9", -engine.pid());
            millis = untilPutBack(since);
            System.out.println("guard: put back " + millis + " ms after its engine's process group was killed");
            theGuardEnds();
            nextStartWritesItUp();
        }
        assertThat(millis).isLessThan(2_000);
    }

    @Tag("drills")
    @Test
    void a_frozen_engine_is_ended_for_good_and_nothing_stays_broken() throws Exception {
        long millis = Long.MAX_VALUE;
        for (int attempt = 0; millis > 4_500 && attempt < ATTEMPTS; attempt++) {
            engineRuns("2 seconds");
            long since = System.nanoTime();
            kill("-STOP", engine.pid());
            millis = untilPutBack(since);
            System.out.println("guard: put back " + millis + " ms after its engine froze, with a heartbeat of 2 s");
            kill("-CONT", engine.pid());
            assertThat(engine.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(engine.exitValue()).isEqualTo(128 + 9);
            theGuardEnds();
            nextStartWritesItUp();
        }
        assertThat(millis).isBetween(1_000L, 4_500L);
    }

    @Tag("drills")
    @Test
    void a_command_that_was_still_breaking_things_does_not_outlive_its_engine() throws Exception {
        Files.writeString(workshop.runbook(), Workshop.slowText());
        engineRuns("10 seconds", this::isOwed);
        engine.destroyForcibly().waitFor();
        theGuardEnds();
        TimeUnit.SECONDS.sleep(4);
        assertThat(workshop.config()).hasContent("mode=good\n");
    }

    @Tag("drills")
    @Test
    void nor_does_one_beside_a_later_fault_that_was_applied() throws Exception {
        Path other = Files.writeString(folder.resolve("other.properties"), GOOD);
        Files.writeString(
                workshop.runbook(),
                Workshop.slowText() + "at 1.seconds apply ConfigFile.at('" + other + "').set(mode: 'bad')\n");
        engineRuns("10 seconds", () -> Files.readString(other).contains("bad"));
        engine.destroyForcibly().waitFor();
        theGuardEnds();
        TimeUnit.SECONDS.sleep(4);
        assertThat(other).hasContent(GOOD);
        assertThat(workshop.config()).hasContent("mode=good\n");
    }

    @Tag("drills")
    @Test
    void nor_does_it_outlive_its_engine_and_its_guard() throws Exception {
        Files.writeString(workshop.runbook(), Workshop.slowText());
        engineRuns("10 seconds", this::isOwed);
        bothAreKilled();
        nextStartWritesItUp();
        TimeUnit.SECONDS.sleep(4);
        assertThat(workshop.config()).hasContent("mode=good\n");
    }

    private void bothAreKilled() throws Exception {
        kill("-STOP", engine.pid()); // it must not post another one
        LivingGuards.below(folder).forEach(ProcessHandle::destroyForcibly);
        engine.destroyForcibly().waitFor();
    }

    private boolean isOwed() {
        return !debts().look().debtors().isEmpty();
    }

    @Tag("drills")
    @Test
    void where_both_are_killed_the_next_start_pays() throws Exception {
        engineRuns("10 seconds");
        bothAreKilled();
        TimeUnit.SECONDS.sleep(1);
        assertThat(isBroken()).isTrue();
        nextStartWritesItUp();
        assertThat(workshop.config()).hasContent(GOOD);
    }

    /** Returns once its fault is live. */
    private void engineRuns(String heartbeat) throws IOException {
        engineRuns(heartbeat, this::isBroken);
    }

    private void engineRuns(String heartbeat, Callable<Boolean> begun) throws IOException {
        Files.writeString(workshop.home().settings(), workshop.settings() + "guard: {heartbeat: " + heartbeat + "}\n");
        // a group of its own, as a shell gives it to each command
        engine = new ProcessBuilder(
                        "setsid",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        EngineInTest.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        until(begun);
    }

    private boolean isBroken() throws IOException {
        return Files.readString(workshop.config()).contains("bad");
    }

    private long untilPutBack(long since) {
        until(() -> !isBroken());
        assertThat(workshop.config()).hasContent(GOOD);
        return (System.nanoTime() - since) / 1_000_000;
    }

    private void theGuardEnds() {
        until(() -> LivingGuards.below(folder).isEmpty());
        assertThat(debts().look().debtors()).isEmpty();
    }

    /** And it does so once. */
    private void nextStartWritesItUp() {
        Past drill = Past.in(workshop.home().reports()).get(0);
        assertThat(settled()).containsExactly("drill " + drill.drill() + " was interrupted: everything is put back");
        assertThat(workshop.home().reports().resolve(drill.drill()).resolve("postmortem.md"))
                .isNotEmptyFile();
        assertThat(settled()).isEmpty();
    }

    private List<String> settled() {
        List<String> told = new ArrayList<>();
        debts().settleAll(told::add);
        return told;
    }

    private Debts debts() {
        return workshop.debts();
    }

    private static void kill(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill " + signal + " " + pid)
                .inheritIO()
                .start()
                .waitFor();
    }
}
