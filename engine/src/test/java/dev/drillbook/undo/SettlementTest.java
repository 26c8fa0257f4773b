package dev.drillbook.undo;

import static dev.drillbook.timeline.TimelineBuilder.aTimeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.environment.BoundWorld;
import dev.drillbook.journal.Journal;
import dev.drillbook.process.Orphans;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.World;
import dev.drillbook.target.ConfigFile;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.Opened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine died while a command of its was applying a fault, which goes on. A later fault was applied already. */
class SettlementTest {
    private static final World WORLD = BoundWorld.unmeasured(Map.of());

    /** What the engine's clock that never jumps said all the time. */
    private static final long TICK = -7_000_000;

    private final String engine = "a-test-of-settlement-" + UUID.randomUUID() + "-";

    @TempDir
    private Path home;

    private Process command;
    private Path journal;

    /** @param mark what its commands bear */
    private void engineDies(String mark) throws IOException {
        engineDies(mark, Clock.systemUTC(), "1");
    }

    /** @param rest of its command's mark, after that of all */
    private void engineDies(String mark, Clock clock, String rest) throws IOException {
        Path folder = Files.createDirectories(home.resolve("reports/2026-11-24-1"));
        try (Journal written = Journal.create(folder, clock, () -> TICK)) {
            written.append(opened(mark));
            written.append(new Happening.Began());
            written.append(owed(1));
            written.append(owed(2));
            written.append(new Happening.Applied(2));
        }
        journal = folder.resolve(Journal.FILE);
        ProcessBuilder sleep = new ProcessBuilder("sleep", "600");
        sleep.environment().put("DRILLBOOK_COMMAND", mark + rest);
        command = sleep.start();
    }

    private Happening.Owed owed(int number) throws IOException {
        Path config = Files.writeString(home.resolve(number + ".properties"), "mode=good\n");
        Undo undo = ConfigFile.at(config.toString()).set(Map.of("mode", "bad")).undo(WORLD);
        return new Happening.Owed(number, "a bad mode", undo, undo.asTyped(WORLD));
    }

    @AfterEach
    void end() {
        command.destroyForcibly();
    }

    @Test
    void its_command_is_ended_before_its_undo_is_carried_out() throws IOException {
        engineDies(engine);
        assertThat(settle()).isEmpty();
        assertThat(command.onExit()).succeedsWithin(Duration.ofMinutes(1));
    }

    @Test
    void its_command_is_ended_though_the_clock_was_set_back_since_it_was_started() throws IOException {
        engineDies(engine, Clock.offset(Clock.systemUTC(), Duration.ofHours(1)), begun(TICK));
        assertThat(settle()).isEmpty();
        assertThat(command.onExit()).succeedsWithin(Duration.ofMinutes(1));
    }

    /** What it left behind may be a service. */
    @Test
    void what_a_command_started_that_was_begun_before_goes_on() throws IOException {
        engineDies(engine, Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)), begun(TICK - 1));
        assertThat(settle()).isEmpty();
        assertThat(command.isAlive()).isTrue();
    }

    private static String begun(long tick) {
        return String.format(Locale.ROOT, "%016x-1", tick);
    }

    /** Which processes are its own stands there: a changed line could name any. */
    @Test
    void where_its_first_entry_was_changed_nothing_is_ended_and_nothing_carried_out() throws IOException {
        engineDies(engine);
        Files.writeString(
                journal, Files.readString(journal).replaceFirst("\"door\":\"terminal\"", "\"door\":\"Terminal\""));
        assertThat(settle()).hasSize(2);
        assertThat(command.isAlive()).isTrue();
    }

    /** It serves on, and what bears its mark may be another drill's. */
    @Test
    void where_that_engine_is_this_very_process_its_commands_go_on() throws IOException {
        engineDies(Orphans.mark());
        assertThat(settle()).isEmpty();
        assertThat(command.isAlive()).isTrue();
    }

    private List<Happening.Owed> settle() {
        return new Settlement(home.resolve("locks"), Clock.systemUTC(), System::nanoTime, words -> {})
                .pay(journal.getParent());
    }

    private static Opened opened(String engine) {
        Opened any = aTimeline().applies().build().opened();
        return new Opened(
                any.drill(),
                any.environment(),
                any.rehearsal(),
                any.startedBy(),
                any.door(),
                any.occurrence(),
                any.zone(),
                any.version(),
                Map.of(),
                any.brief(),
                Optional.of(engine),
                Optional.empty());
    }
}
