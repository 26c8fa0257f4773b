package dev.drillbook.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.runbook.Source;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Long, and alone: what others load at the same time would count too. */
@Tag("drills")
class MemoryTest {
    private static final Path FILE = Path.of(System.getProperty("drillbook.home"), "runbooks/yesterdays-prices.groovy");

    /** One load that kept its classes would cost 3 classes and 0.9 MB: 900 MB for all. */
    @Test
    void a_thousand_loads_leave_metaspace_heap_and_classes_flat() throws Exception {
        Source good = Source.of("good.groovy", Files.readString(FILE));
        Source bad = Source.of("bad.groovy", good.text() + "\nholdFor 20");
        load(good, bad, 100);
        Used before = Used.now(() -> load(good, bad, 1));
        load(good, bad, 1000);
        Used after = Used.now(() -> load(good, bad, 1));
        System.out.println("before " + before + ", after 1,000 loads " + after);
        assertThat(after.classes() - before.classes()).isLessThan(100);
        assertThat(after.metaspace() - before.metaspace()).isLessThan(5_000_000);
        assertThat(after.heap() - before.heap()).isLessThan(10_000_000);
    }

    private static void load(Source good, Source bad, int times) {
        Scripts scripts = Nouns.scripts();
        for (int i = 0; i < times; i++) {
            boolean mistaken = i % 10 == 0;
            assertThat(scripts.read("x", mistaken ? bad : good).mistakes()).hasSize(mistaken ? 1 : 0);
        }
    }

    private record Used(long classes, long metaspace, long heap) {
        /** @param load one more: Groovy lets go of what it kept for loaders that are gone when it comes by again */
        static Used now(Runnable load) throws InterruptedException {
            for (int i = 0; i < 5; i++) {
                load.run();
                System.gc();
                Thread.sleep(50); // soft references and class unloading need more than one collection
            }
            return new Used(
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                    ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getName().contains("Metaspace"))
                            .map(MemoryPoolMXBean::getUsage)
                            .mapToLong(usage -> usage.getUsed())
                            .sum(),
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
    }
}
