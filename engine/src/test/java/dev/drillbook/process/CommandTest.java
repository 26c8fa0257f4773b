package dev.drillbook.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CommandTest {
    @TempDir
    Path folder;

    @Test
    void a_command_tells_its_exit_code_and_both_its_outputs() throws Exception {
        Finished ls = shell("echo Grüße; echo ärgerlich >&2; exit 7").run();
        assertThat(ls.exit()).isEqualTo(7);
        assertThat(ls.output().lines()).containsExactlyInAnyOrder("Grüße", "ärgerlich");
        assertThat(ls.timedOut()).isFalse();
        assertThat(ls.succeeded()).isFalse();
    }

    @Test
    void words_arrive_exactly_as_they_were_given() throws Exception {
        List<String> nasty = List.of(" leading", "trailing ", "", "\"quoted\"", "it's", "$HOME `id` ;", "a\nb", "${x}");
        List<String> argv =
                Stream.concat(Stream.of("printf", "[%s]"), nasty.stream()).toList();
        assertThat(Command.of(argv).run().output())
                .isEqualTo(nasty.stream().collect(Collectors.joining("][", "[", "]")));
    }

    @Test
    void it_runs_in_its_folder_with_its_variables() throws Exception {
        Finished told =
                shell("pwd -P; echo $SHOP").in(folder).with("SHOP", "two").run();
        assertThat(told.output().lines()).containsExactly(folder.toRealPath().toString(), "two");
    }

    @Test
    void standard_input_is_empty() throws Exception {
        assertThat(Command.of("cat").run().succeeded()).isTrue();
    }

    /** By which a later process tells it from what an earlier one left behind. */
    @Test
    void it_bears_whose_it_is_and_when_it_was_begun() throws Exception {
        long before = System.nanoTime();
        String mark = shell("echo $DRILLBOOK_COMMAND").run().output();
        assertThat(mark).startsWith(Orphans.mark());
        String begun = mark.substring(Orphans.mark().length()).split("-")[0];
        assertThat(Long.parseUnsignedLong(begun, 16) - before).isBetween(0L, System.nanoTime() - before);
    }

    @Test
    void a_program_that_is_not_there_is_an_error_and_not_an_exit_code() {
        assertThatThrownBy(() -> Command.of("no-such-program-here").run())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-program-here");
    }

    @Test
    void a_signal_shows_in_the_exit_code() throws Exception {
        assertThat(shell("kill -KILL $$").run().exit()).isEqualTo(128 + 9);
    }

    @Test
    void long_output_keeps_its_beginning_and_its_end_and_tells_the_rest() throws Exception {
        String output = shell("echo first; head -c 1000000 /dev/zero | tr '\\0' x; echo; echo last")
                .keeping(100)
                .run()
                .output();
        assertThat(output).startsWith("first\n").endsWith("last\n").contains("\n… 999912 bytes cut …\n");
        assertThat(output.length()).isLessThan(150);
    }

    @Test
    void three_descendants_and_a_double_forked_orphan_end_at_the_time_limit() throws Exception {
        Path pids = folder.resolve("pids");
        String orphan = "(setsid sh -c 'echo $$ >> pids; exec sleep 300' &) ";
        Finished tree = shell(
                        orphan + "; sh -c 'echo $$ >> pids; sh -c \"echo \\$\\$ >> pids;"
                                + " sh -c \\\"trap : TERM; echo \\\\\\$\\\\\\$ >> pids; while true; do sleep 1; done\\\"; true\"; true'")
                .in(folder)
                .within(Duration.ofSeconds(5))
                .run();
        assertThat(tree.timedOut()).isTrue();
        assertThat(Files.readAllLines(pids)).hasSize(4).noneMatch(CommandTest::lives);
        assertThat(tree.duration()).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void a_stopped_process_ends_at_once() throws Exception {
        // others get a second to tidy up, and the machine may stall as long, but not each time
        assertThat(Stream.of(1, 2, 3).anyMatch(attempt -> stoppedFor().compareTo(Duration.ofMillis(1_900)) < 0))
                .isTrue();
    }

    private static Duration stoppedFor() {
        try {
            Finished tree = shell("kill -STOP $$").within(Duration.ofSeconds(1)).run();
            assertThat(tree.timedOut()).isTrue();
            return tree.duration();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void an_orphan_that_cleared_its_environment_ends_too_once_it_was_seen() throws Exception {
        Finished tree = shell(
                        "sh -c '(sleep 2; exec env -i setsid sh -c \"echo \\$\\$ > pids; exec sleep 300\") & sleep 1' &"
                                + " exec sleep 300")
                .in(folder)
                .within(Duration.ofSeconds(10))
                .run();
        assertThat(tree.timedOut()).isTrue();
        assertThat(Files.readAllLines(folder.resolve("pids"))).hasSize(1).noneMatch(CommandTest::lives);
    }

    @Test
    void a_grandchild_that_holds_the_output_does_not_hold_us() throws Exception {
        Finished done = shell("sleep 300 & echo $!").run();
        long grandchild = Long.parseLong(done.output().strip());
        assertThat(done.duration()).isLessThan(Duration.ofSeconds(60));
        assertThat(done.succeeded()).isTrue();
        assertThat(lives("" + grandchild))
                .as("what a command leaves running is its own affair")
                .isTrue();
        ProcessHandle.of(grandchild).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void a_grandchild_that_holds_the_output_ends_at_the_time_limit() throws Exception {
        Finished done =
                shell("sleep 300 & echo $!; wait").within(Duration.ofSeconds(2)).run();
        assertThat(done.timedOut()).isTrue();
        assertThat(lives(done.output().strip())).isFalse();
        assertThat(done.duration()).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void interrupting_the_caller_ends_the_tree() throws Exception {
        AtomicReference<Exception> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                shell("sleep 300 & echo $! > child; echo $$ > parent; wait")
                        .in(folder)
                        .run();
            } catch (IOException | InterruptedException e) {
                thrown.set(e);
            }
        });
        caller.start();
        Path parent = folder.resolve("parent");
        while (!Files.exists(parent) || Files.size(parent) == 0) Thread.onSpinWait();
        caller.interrupt();
        caller.join();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(lives(Files.readString(parent).strip())).isFalse();
        assertThat(lives(Files.readString(folder.resolve("child")).strip())).isFalse();
    }

    private static Command shell(String line) {
        return Command.of("sh", "-c", line);
    }

    private static boolean lives(String pid) {
        try {
            String stat = Files.readString(Path.of("/proc", pid, "stat"));
            return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return false;
        }
    }
}
