package dev.drillbook.schedule;

import dev.drillbook.control.Database;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand starts over twenty seconds, beside plain Quartz on the same kind of store, in the same run. */
@Tag("bench")
class ScheduleBench {
    private static final int STARTS = 1000;
    private static final Duration OVER = Duration.ofSeconds(20);
    /** Before the first: to set them all. */
    private static final Duration LEAD = Duration.ofSeconds(25);

    @TempDir
    private Path folder;

    @Test
    void lateness_of_a_thousand_starts() throws Exception {
        double[] plain = plain();
        double[] ours = ours();
        System.out.printf(
                "calendar: %d starts over %d s: late p50 %.0f, p99 %.0f, max %.0f ms; plain Quartz %.0f, %.0f, %.0f ms:"
                        + " ratio %.2f at p99%n",
                STARTS,
                OVER.toSeconds(),
                at(ours, 0.5),
                at(ours, 0.99),
                at(ours, 1),
                at(plain, 0.5),
                at(plain, 0.99),
                at(plain, 1),
                at(ours, 0.99) / at(plain, 0.99));
    }

    private double[] plain() throws Exception {
        Lateness lateness = new Lateness();
        try (Database database = Database.open(folder.resolve("plain"));
                PlainQuartz quartz = new PlainQuartz(database.source(), lateness::rang)) {
            return lateness.of(quartz::at);
        }
    }

    private double[] ours() throws Exception {
        Lateness lateness = new Lateness();
        try (Database database = Database.open(folder.resolve("ours"));
                QuartzAlarm alarm = new QuartzAlarm(database.source())) {
            alarm.start(due -> lateness.rang(due.schedule()));
            return lateness.of((name, at) -> alarm.set(new Due(name, at, Due.Kind.START), at));
        }
    }

    /** @param sorted in milliseconds */
    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    }

    /** When each was due and rang. */
    private static final class Lateness {
        private final Map<String, Instant> due = new ConcurrentHashMap<>();
        private final Map<String, Instant> rang = new ConcurrentHashMap<>();
        private final CountDownLatch all = new CountDownLatch(STARTS);

        void rang(String name) {
            if (rang.putIfAbsent(name, Instant.now()) == null) all.countDown();
        }

        double[] of(BiConsumer<String, Instant> set) throws InterruptedException {
            Instant first = Instant.now().plus(LEAD);
            for (int i = 0; i < STARTS; i++) {
                due.put("start-" + i, first.plus(OVER.multipliedBy(i).dividedBy(STARTS)));
                set.accept("start-" + i, due.get("start-" + i));
            }
            long cpu = cpu();
            if (!all.await(2, TimeUnit.MINUTES)) throw new AssertionError(all.getCount() + " never rang");
            System.out.printf(
                    "calendar: %.0f %% of a core%n",
                    100.0 * (cpu() - cpu) / OVER.plus(LEAD).toNanos());
            return due.entrySet().stream()
                    .mapToDouble(one -> Duration.between(one.getValue(), rang.get(one.getKey()))
                                    .toNanos()
                            / 1e6)
                    .sorted()
                    .toArray();
        }

        private static long cpu() {
            return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                    .getProcessCpuTime();
        }
    }
}
