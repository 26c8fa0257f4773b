package dev.drillbook.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was said to be on the disk is there, whenever the process was killed. H2 2.5.252 loses commits here. */
@Tag("drills")
class KilledDatabaseTest {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
    private static final int COMMITS = 40;

    @TempDir
    private Path folder;

    private final Random random = new Random();

    @Test
    void a_killed_process_loses_nothing_that_it_committed() throws IOException {
        int said = 0;
        int kills = 0;
        Instant end = Instant.now().plus(LONG_ENOUGH);
        while (Instant.now().isBefore(end)) {
            said = live(said, kills++);
        }
        System.out.println("killed database: " + kills + " kills, " + said + " commits");
        assertThat(kills).isGreaterThan(10);
    }

    /** @return the last number that it said before it was killed */
    private int live(int before, int kills) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CountsUntilKilled.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = process.inputReader()) {
            int number = Integer.parseInt(said.readLine());
            assertThat(number).as("found after " + kills + " kills").isGreaterThanOrEqualTo(before);
            for (int i = random.nextInt(COMMITS); i >= 0; i--) number = Integer.parseInt(said.readLine());
            process.toHandle().destroyForcibly(); // not the process itself: that would close what it said
            for (String line = said.readLine(); line != null; line = said.readLine()) number = Integer.parseInt(line);
            return number;
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }
}
