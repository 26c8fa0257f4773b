package dev.drillbook.drill;

import static dev.drillbook.drill.TestDrill.probe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.World;
import dev.drillbook.target.ConfigFile;
import dev.drillbook.undo.Guards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The time limit is a fault's lease: it ends then, in real time, though both its apply and a probe hang for ever. */
@Tag("drills")
class HangTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    private final CountDownLatch broken = new CountDownLatch(1);

    @Test
    void neither_an_apply_nor_a_probe_that_never_returns_holds_up_the_end_of_a_fault() throws Exception {
        Path config = Files.writeString(folder.resolve("service.properties"), "mode=good\n");
        Path reports = Files.createDirectory(folder.resolve(OneFaultOrder.DRILL));
        RunningDrill drill = RunningDrill.start(order(config), reports, DrillClock.system(), Guards.NONE);
        broken.await();
        long since = System.nanoTime();
        while (!isGood(config)) TimeUnit.MILLISECONDS.sleep(50);
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
        System.out.println("hang: put back " + seconds + " s after it was broken, with a time limit of 2 s");
        assertThat(seconds).isLessThan(30);
        drill.ended().get(3, TimeUnit.MINUTES);
        assertThat(drill.timeline().undos().owed()).isEmpty();
        assertThat(drill.timeline().undos().verifiedAt()).isEmpty(); // nobody knows: the probe still hangs
    }

    private static boolean isGood(Path config) throws IOException {
        return Files.readString(config).equals("mode=good\n");
    }

    private Order order(Path config) {
        var right = probe("file is right", () -> {
            if (!isGood(config)) hang();
            return true;
        });
        Fault fault = new FaultThatHangs(ConfigFile.at(config.toString()).set(Map.of("mode", "bad")));
        return OneFaultOrder.of(fault, right, LIMIT);
    }

    /** Not even an interrupt ends it. */
    private static void hang() {
        while (true) {
            try {
                TimeUnit.DAYS.sleep(1);
            } catch (InterruptedException e) {
                // go on
            }
        }
    }

    private final class FaultThatHangs extends RealFaultBut {
        FaultThatHangs(Fault real) {
            super(real);
        }

        @Override
        public void apply(World world) {
            super.apply(world);
            broken.countDown();
            hang();
        }
    }
}
