package dev.drillbook.drills;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays broken when it ends: a drill, and a careful shell script that does the same and puts it back by a trap. */
@Tag("bench")
class LeftBehindBench {
    private static final double PATIENCE = 15;

    private static final String SCRIPT = """
            #!/bin/bash
            # breaks the file, and puts it back however it ends
            set -e
            trap 'sed -i s/bad/good/ "$1"' EXIT
            sed -i s/good/bad/ "$1"
            for second in $(seq 60); do
              test ! -e "$1.end" || exit 0
              test ! -e "$1.probe"  # a probe that fails ends it
              sleep 0.2
            done
            """;

    private enum End {
        NORMAL_END,
        /** It ends the script; no probe can end a drill, so there someone aborts it. */
        PROBE_FAILS,
        SIGINT,
        SIGTERM,
        SIGHUP,
        KILL_9,
        KILL_9_OF_THE_GROUP,
        SIGSTOP
    }

    @TempDir
    private Path home;

    private SmallService service;

    private void open() throws IOException {
        service = new SmallService(home)
                .breaking("1.minutes", "at 0.seconds apply ConfigFile.at(config).set(mode: 'bad')");
    }

    @Test
    void faults_left_behind_in_eight_endings() throws Exception {
        int left = 0, leftByScript = 0;
        System.out.printf("%-20s %20s %20s   (seconds until it was put back)%n", "ending", "Drillbook", "trap … EXIT");
        for (End end : End.values()) {
            OptionalDouble ours = of(end, true), theirs = of(end, false);
            if (ours.isEmpty()) left++;
            if (theirs.isEmpty()) leftByScript++;
            System.out.printf("%-20s %20s %20s%n", end, inWords(ours), inWords(theirs));
        }
        System.out.printf(
                "left behind in %d endings: Drillbook %d, trap … EXIT %d%n", End.values().length, left, leftByScript);
    }

    private OptionalDouble of(End end, boolean ours) throws Exception {
        open();
        Process process = ours ? drill() : script();
        try {
            Waiting.until("it is broken", Duration.ofMinutes(1), () -> !service.isGood());
            if (ours)
                Waiting.until(
                        "it took hold",
                        Duration.ofMinutes(1),
                        () -> Journals.has(Journals.latest(reports()), "took-hold"));
            long ended = System.nanoTime();
            end(end, process, ours);
            while (!service.isGood()) {
                if (seconds(ended) > PATIENCE) return OptionalDouble.empty();
                LockSupport.parkNanos(10_000_000);
            }
            return OptionalDouble.of(seconds(ended));
        } finally {
            Lab.kill("-KILL", "-" + process.pid());
            process.onExit().join();
            for (String left : List.of("end", "probe")) Files.deleteIfExists(beside(left));
            service.drillbook.run("undo");
            service.close();
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private Path reports() {
        return service.drillbook.reports();
    }

    private Path beside(String what) {
        return service.config.resolveSibling(service.config.getFileName() + "." + what);
    }

    private Process drill() {
        return service.starts("setsid").process();
    }

    private Process script() throws IOException {
        Path script = Files.writeString(home.resolve("script"), SCRIPT);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new ProcessBuilder(
                        "setsid", "env", "--default-signal=INT,HUP,TERM", script.toString(), service.config.toString())
                .start();
    }

    private void end(End end, Process process, boolean ours) throws IOException {
        switch (end) {
            case NORMAL_END -> {
                if (ours) abort(process);
                else Files.createFile(beside("end"));
            }
            case PROBE_FAILS -> {
                if (ours) service.close();
                else Files.createFile(beside("probe"));
                if (ours) abort(process);
            }
            case SIGINT -> Lab.kill("-INT", "-" + process.pid()); // as Ctrl-C does
            case SIGTERM, SIGHUP -> Lab.kill("-" + end.name().substring(3), Long.toString(process.pid()));
            case KILL_9 -> Lab.kill("-KILL", Long.toString(process.pid()));
            case KILL_9_OF_THE_GROUP -> Lab.kill("-KILL", "-" + process.pid());
            case SIGSTOP -> Lab.kill("-STOP", "-" + process.pid());
        }
    }

    private static void abort(Process drill) throws IOException {
        drill.getOutputStream().write("abort\n".getBytes(StandardCharsets.US_ASCII));
        drill.getOutputStream().flush();
    }

    private static String inWords(OptionalDouble seconds) {
        return seconds.isPresent() ? String.format(Locale.ROOT, "%.2f", seconds.getAsDouble()) : "LEFT BEHIND";
    }
}
