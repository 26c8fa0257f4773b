package dev.drillbook.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Times that are promised of a machine with two cores and nothing else to do. */
@Tag("drills")
@Isolated
class StartTimeTest {
    @TempDir
    Path home;

    @Test
    void a_warm_start_takes_less_than_fifteen_seconds_and_an_end_less_than_five() throws Exception {
        PracticeStack stack = new PracticeStack(home);
        try {
            stack.up(told -> {});
            stack.down();
            Duration toReady = time(() -> stack.up(told -> {}));
            State state = stack.state();
            long kilobytes = proportionalSetSize(state);
            Duration toEnd = time(stack::down);
            System.out.printf("ready after %s, %d MB, stopped after %s%n", toReady, kilobytes / 1024, toEnd);
            assertThat(toReady).isLessThan(Duration.ofSeconds(15));
            assertThat(toEnd).isLessThan(Duration.ofSeconds(5));
        } finally {
            stack.down();
        }
    }

    private static Duration time(Runnable action) {
        long start = System.nanoTime();
        action.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Of the supervisor and all below it, in kB: memory that several share is divided among them. */
    private static long proportionalSetSize(State state) throws IOException {
        ProcessHandle supervisor = state.supervisor().process().orElseThrow();
        long sum = 0;
        for (ProcessHandle process :
                Stream.concat(Stream.of(supervisor), supervisor.descendants()).toList())
            for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/smaps_rollup")))
                if (line.startsWith("Pss:")) sum += Long.parseLong(line.replaceAll("\\D", ""));
        return sum;
    }
}
