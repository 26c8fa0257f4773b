package dev.drillbook.schedule;

import dev.drillbook.Drillbook;
import dev.drillbook.control.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code serve} takes while nothing happens, beside a process with nothing but Quartz on the same kind of store: ten
 * minutes, or {@code -Didle.minutes}.
 */
@Tag("bench")
class IdleServeBench {
    private static final Duration SETTLING = Duration.ofSeconds(20);
    private static final long TICKS_A_SECOND = 100; // USER_HZ, the same on every Linux

    @TempDir
    private Path folder;

    @Test
    void memory_and_cpu_of_an_idle_serve() throws IOException {
        Duration length = Duration.ofMinutes(Integer.getInteger("idle.minutes", 10));
        Drillbook drillbook = Drillbook.in(folder);
        Files.writeString(folder.resolve("drillbook.yaml"), """
                schedules:
                  quarterly:
                    runbook: yesterdays-prices
                    when: first Tuesday of the quarter at 10:00
                serve:
                  listen: 127.0.0.1:0
                """);
        Process serve = drillbook.start("serve").process();
        Process quartz = bareQuartz();
        try {
            LockSupport.parkNanos(SETTLING.toNanos());
            double ours = seconds(serve);
            double bare = seconds(quartz);
            LockSupport.parkNanos(length.toNanos());
            print("serve", serve, seconds(serve) - ours, length);
            print("bare Quartz", quartz, seconds(quartz) - bare, length);
            System.out.printf(
                    "idle: serve to bare Quartz: memory %.2f, CPU %.2f%n",
                    megabytes(serve) / megabytes(quartz), (seconds(serve) - ours) / (seconds(quartz) - bare));
        } finally {
            serve.destroy();
            quartz.destroyForcibly();
            serve.onExit().join();
        }
    }

    private Process bareQuartz() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        BareQuartz.class.getName(),
                        folder.resolve("bare").toString())
                .inheritIO()
                .start();
    }

    private static void print(String what, Process process, double cpu, Duration length) throws IOException {
        System.out.printf(
                "idle: %s: %.0f MB resident, %.2f ms of CPU a second over %d min%n",
                what, megabytes(process), 1000 * cpu / length.toSeconds(), length.toMinutes());
    }

    private static double megabytes(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static double seconds(Process process) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Double.parseDouble(fields[11]) + Double.parseDouble(fields[12])) / TICKS_A_SECOND;
    }

    /** One far trigger in a store like ours, and no more. */
    static final class BareQuartz {
        public static void main(String[] args) throws InterruptedException {
            try (Database database = Database.open(Path.of(args[0]));
                    PlainQuartz quartz = new PlainQuartz(database.source(), name -> {})) {
                quartz.at("far", Instant.now().plus(Duration.ofDays(60)));
                Thread.currentThread().join();
            }
        }
    }
}
