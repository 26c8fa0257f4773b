package dev.drillbook.drill;

import static dev.drillbook.drill.TestDrill.probe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.process.Command;
import dev.drillbook.runbook.Fault;
import dev.drillbook.target.ConfigFile;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.undo.Guards;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to be broken cannot be read, and no error tells so: a FIFO, as a file on a dead mount. */
class PreflightHangTest {
    @TempDir
    private Path folder;

    @Test
    void a_drill_whose_preflight_hangs_is_ended_by_an_abort() throws Exception {
        Path fifo = folder.resolve("service.properties");
        assertThat(Command.of("mkfifo", fifo.toString()).run().succeeded()).isTrue();
        Path reports = Files.createDirectory(folder.resolve(OneFaultOrder.DRILL));
        Fault fault = ConfigFile.at(fifo.toString()).set(Map.of("mode", "bad"));
        Order order = OneFaultOrder.of(fault, probe("all is well", () -> true), Duration.ofMinutes(20));
        RunningDrill drill = RunningDrill.start(order, reports, DrillClock.system(), Guards.NONE);
        try {
            while (drill.timeline().first(Happening.Checked.class).isEmpty()) TimeUnit.MILLISECONDS.sleep(20);
            var answer = drill.say("ann", new Saying.Abort("enough", false), Instant.now(), Optional.empty());
            assertThat(answer).succeedsWithin(Duration.ofMinutes(1));
            drill.ended().get(2, TimeUnit.MINUTES);
        } finally {
            new RandomAccessFile(fifo.toFile(), "rw").close(); // whoever reads it finds its end
        }
        assertThat(drill.timeline().ending()).contains(Ending.ABORTED);
    }
}
