package dev.drillbook.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.process.Identity;
import dev.drillbook.runbook.DrillException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stack that is not up says of itself, whatever lies in its home. */
class PracticeStackDownTest {
    private static final Identity ME = Identity.ofThisProcess();

    @TempDir
    Path home;

    private PracticeStack stack;
    private Path file;

    @BeforeEach
    void aHome() {
        stack = new PracticeStack(home);
        stack.down();
        file = home.resolve(".drillbook/practice.json");
    }

    @Test
    void a_stack_that_never_was_is_down() {
        assertThat(stack.isUp()).isFalse();
        assertThat(stack.parts()).isEmpty();
        stack.down();
    }

    @Test
    void its_environment_is_refused_with_what_to_do() {
        assertThatThrownBy(stack::environment)
                .isInstanceOf(DrillException.class)
                .hasMessageEndingWith("start it with 'drillbook practice up'");
        assertThatThrownBy(() -> stack.alertsTo(URI.create("http://127.0.0.1:1/"), "token"))
                .isInstanceOf(DrillException.class);
    }

    @Test
    void a_living_supervisor_is_believed() throws Exception {
        stateOf(ME).write(file);
        assertThat(stack.isUp()).isTrue();
        Files.delete(file);
    }

    @Test
    void a_pid_that_now_belongs_to_another_process_is_not_believed() throws Exception {
        stateOf(new Identity(ME.pid(), ME.started().minusSeconds(60))).write(file);
        assertThat(stack.isUp()).isFalse();
    }

    @Test
    void a_dead_supervisor_is_not_believed_and_its_folder_is_removed() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        Folder folder = Folder.create();
        new State(new Identity(dead.pid(), Instant.now()), folder.path().toString(), List.of()).write(file);
        dead.waitFor();
        assertThat(stack.isUp()).isFalse();
        stack.down();
        assertThat(folder.path()).doesNotExist();
        assertThat(file).doesNotExist();
    }

    @Test
    void a_zombie_is_dead() throws Exception {
        // exec makes a parent that never looks after its child
        Process parent = new ProcessBuilder("sh", "-c", "true & exec sleep 120").start();
        try {
            assertThat(Wait.until(
                            () -> parent.children().anyMatch(PracticeStackDownTest::isZombie), Duration.ofSeconds(30)))
                    .isTrue();
            ProcessHandle zombie = parent.children().findFirst().orElseThrow();
            assertThat(zombie.isAlive()).isTrue();
            assertThat(Identity.of(zombie.pid()).isAlive()).isFalse();
        } finally {
            parent.destroyForcibly();
        }
    }

    private static boolean isZombie(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/stat")).contains(") Z ");
        } catch (IOException gone) {
            return false;
        }
    }

    @Test
    void a_file_cut_short_is_not_believed() throws Exception {
        stateOf(ME).write(file);
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() / 2));
        assertThat(stack.isUp()).isFalse();
    }

    @Test
    void a_folder_that_is_not_ours_is_never_removed() throws Exception {
        Path precious = Files.createDirectory(home.resolve("precious"));
        new State(new Identity(ME.pid(), Instant.EPOCH), precious.toString(), List.of()).write(file);
        assertThatThrownBy(stack::down).hasMessageContaining("was left alone");
        assertThat(precious).exists();
    }

    private State stateOf(Identity supervisor) {
        return new State(supervisor, "/nowhere", List.of());
    }
}
