package dev.drillbook.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.drillbook.environment.Site;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** How punctual the users are, against a thread that only sleeps, and what they cost, with the site elsewhere. */
@Tag("bench")
@Isolated
class TrafficBench {
    private static final int WARM_UP = 10;
    private static final int MEASURED = 15;

    /** The site, in a process of its own, until standard input ends. */
    public static void main(String[] args) throws IOException {
        try (SmallShop shop = new SmallShop()) {
            System.out.println(shop.address());
            System.in.read();
        }
        System.exit(0);
    }

    @Test
    void at_300_requests_a_second() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TrafficBench.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            URI address = URI.create(lines.readLine());
            measure(new Site(address, List.of("/page/3", "/page/7"), address.resolve("/commits")));
        } finally {
            process.destroy();
        }
    }

    private static void measure(Site site) throws InterruptedException {
        Load usual = Load.usual();
        Load load = new Load(usual.users(), 300, usual.warmUp(), usual.tolerance(), usual.patience(), usual.seed());
        Seen seen = new Seen();
        Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
        double ofUsers;
        double ofProcess;
        try (Traffic traffic = Traffic.start(site, load, outcomes::add, seen)) {
            seen.next(WARM_UP);
            assertThat(traffic.whyStaleIsUnknown()).isEmpty();
            outcomes.clear();
            long process = ofProcess();
            long threads = ofUsers();
            long begin = System.nanoTime();
            seen.next(MEASURED);
            double wall = System.nanoTime() - begin;
            ofProcess = (ofProcess() - process) / wall;
            ofUsers = (ofUsers() - threads) / wall;
        }
        Histogram lateness = new Histogram(3);
        outcomes.forEach(outcome -> lateness.recordValue(Math.max(0, outcome.late())));
        Histogram sleeper = sleeper(load, site);
        System.out.printf(
                Locale.ROOT,
                "traffic at 300 requests/s: sent p50 %.0f us, p99 %.0f us after due (%.1f and %.1f times a bare sleep's"
                        + " %.0f and %.0f us); %.1f %% of a core in its threads, %.1f %% with compiler and collector%n",
                micros(lateness, 50),
                micros(lateness, 99),
                micros(lateness, 50) / micros(sleeper, 50),
                micros(lateness, 99) / micros(sleeper, 99),
                micros(sleeper, 50),
                micros(sleeper, 99),
                ofUsers * 100,
                ofProcess * 100);
        assertThat(outcomes).noneMatch(Outcome::failed).hasSizeGreaterThan(300 * (MEASURED - 2));
    }

    /** The same moments, with nothing to do. */
    private static Histogram sleeper(Load load, Site site) throws InterruptedException {
        Time time = Time.real();
        Schedule schedule = new Schedule(load, site.paths());
        Histogram lateness = new Histogram(3);
        long begin = time.tick();
        for (Due due = schedule.next(); due.second() < MEASURED; due = schedule.next()) {
            time.sleepUntil(begin + due.at());
            lateness.recordValue(Math.max(0, time.tick() - begin - due.at()));
        }
        return lateness;
    }

    private static double micros(Histogram lateness, double percentile) {
        return lateness.getValueAtPercentile(percentile) / 1e3;
    }

    private static long ofProcess() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** Without the compiler and the collector. */
    private static long ofUsers() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("traffic-"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getId()))
                .sum();
    }
}
