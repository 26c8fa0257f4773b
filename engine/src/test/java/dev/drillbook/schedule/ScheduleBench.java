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
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand starts over twenty seconds, beside plain Quartz on the same kind of store, in the same run: both warm, in turns. */
@Tag("bench")
class ScheduleBench {
    private static final Load WARM_UP = new Load(200, Duration.ofSeconds(4), Duration.ofSeconds(10));
    private static final Load MEASURED = new Load(1000, Duration.ofSeconds(20), Duration.ofSeconds(25));

    /** @param lead before the first: to set them all */
    private record Load(int starts, Duration over, Duration lead) {}

    @TempDir
    private Path folder;

    private int rounds;

    @Test
    void lateness_of_a_thousand_starts() throws Exception {
        plain(WARM_UP);
        ours(WARM_UP);
        double[] oursFirst = ours(MEASURED);
        double[] plain = both(plain(MEASURED), plain(MEASURED));
        double[] ours = both(oursFirst, ours(MEASURED));
        System.out.printf(
                "calendar: twice %d starts over %d s: late p50 %.0f, p99 %.0f, max %.0f ms; plain Quartz %.0f, %.0f, %.0f ms:"
                        + " ratio %.2f at p99%n",
                MEASURED.starts,
                MEASURED.over.toSeconds(),
                at(ours, 0.5),
                at(ours, 0.99),
                at(ours, 1),
                at(plain, 0.5),
                at(plain, 0.99),
                at(plain, 1),
                at(ours, 0.99) / at(plain, 0.99));
    }

    private double[] plain(Load load) throws Exception {
        Lateness lateness = new Lateness("plain", load);
        try (Database database = Database.open(folder.resolve("plain" + rounds++));
                PlainQuartz quartz = new PlainQuartz(database.source(), lateness::rang)) {
            return lateness.of(quartz::at);
        }
    }

    private double[] ours(Load load) throws Exception {
        Lateness lateness = new Lateness("ours", load);
        try (Database database = Database.open(folder.resolve("ours" + rounds++));
                QuartzAlarm alarm = new QuartzAlarm(database.source())) {
            alarm.start(due -> lateness.rang(due.schedule()));
            return lateness.of((name, at) -> alarm.set(new Due(name, at, Due.Kind.START), at));
        }
    }

    private static double[] both(double[] one, double[] other) {
        return DoubleStream.concat(DoubleStream.of(one), DoubleStream.of(other))
                .sorted()
                .toArray();
    }

    /** @param sorted in milliseconds */
    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    }

    /** When each was due and rang. */
    private static final class Lateness {
        private final Map<String, Instant> due = new ConcurrentHashMap<>();
        private final Map<String, Instant> rang = new ConcurrentHashMap<>();
        private final String whose;
        private final Load load;
        private final CountDownLatch all;

        Lateness(String whose, Load load) {
            this.whose = whose;
            this.load = load;
            this.all = new CountDownLatch(load.starts);
        }

        void rang(String name) {
            if (rang.putIfAbsent(name, Instant.now()) == null) all.countDown();
        }

        /** @return in milliseconds, the shortest first */
        double[] of(BiConsumer<String, Instant> set) throws InterruptedException {
            Instant first = Instant.now().plus(load.lead);
            for (int i = 0; i < load.starts; i++) {
                due.put("start-" + i, first.plus(load.over.multipliedBy(i).dividedBy(load.starts)));
                set.accept("start-" + i, due.get("start-" + i));
            }
            long cpu = cpu();
            if (!all.await(2, TimeUnit.MINUTES)) throw new AssertionError(all.getCount() + " never rang");
            System.out.printf(
                    "calendar: %s, %d starts: %.0f ms of CPU each%n",
                    whose, load.starts, (cpu() - cpu) / 1e6 / load.starts);
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
