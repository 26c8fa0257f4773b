package dev.drillbook.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Whatever way the supervisor or its starter goes, nothing of the stack is left. */
@Isolated
class SupervisorTest {
    @TempDir
    Path home;

    @Test
    void a_killed_supervisor_takes_all_with_it_even_a_frozen_part() throws Exception {
        PracticeStack stack = new PracticeStack(home);
        try {
            stack.up(told -> {});
            State state = stack.state();
            kill("-STOP", state.parts().get(3).process().pid());
            state.supervisor().process().orElseThrow().destroyForcibly();
            assertThat(Wait.until(
                            () -> state.parts().stream()
                                    .noneMatch(part -> part.process().isAlive()),
                            Duration.ofSeconds(30)))
                    .isTrue();
            assertThat(stack.isUp()).isFalse();
            stack.down();
            assertThat(state.data().path()).doesNotExist();
            assertThat(home.resolve(".drillbook/practice.json")).doesNotExist();
        } finally {
            stack.down();
        }
    }

    @Test
    void a_part_that_does_not_come_up_is_told_with_its_log_and_everything_is_stopped() throws Exception {
        Path cache = Files.createDirectories(home.resolve("cache/drillbook"));
        Programs programs = new Programs(new Cache(User.current().cache(), told -> {}));
        programs.postgres();
        Path real = programs.redis().getParent();
        try (var kept = Files.list(real.getParent())) {
            for (Path folder : kept.filter(it -> !it.equals(real)).toList())
                Files.createSymbolicLink(cache.resolve(folder.getFileName()), folder);
        }
        Path redis = Files.createDirectories(cache.resolve(real.getFileName())).resolve("redis-server");
        Files.writeString(redis, "#!/bin/sh\necho out of luck >&2\nexit 7\n");
        Files.setPosixFilePermissions(redis, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (Path folder = redis.getParent(); !folder.equals(home.getParent()); folder = folder.getParent())
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path temporary = Files.createDirectories(home.resolve("temporary"));

        Process up = Elsewhere.started(
                home,
                Map.of(
                        "XDG_CACHE_HOME",
                        home.resolve("cache").toString(),
                        "JAVA_TOOL_OPTIONS",
                        "-Djava.io.tmpdir=" + temporary),
                "up");

        String told = Elsewhere.output(up);
        assertThat(up.waitFor()).isEqualTo(1);
        assertThat(told).contains("redis ended").contains("out of luck");
        assertThat(temporary).isEmptyDirectory();
        // JUnit would warn of links that lead out of its folder
        try (var links = Files.list(cache)) {
            for (Path link : links.filter(Files::isSymbolicLink).toList()) Files.delete(link);
        }
    }

    @Test
    void a_start_that_is_killed_leaves_nothing() throws Exception {
        Process up = Elsewhere.started(home, Map.of(), "up");
        PracticeStack stack = new PracticeStack(home);
        try {
            Home drillbook = Home.of(home);
            // whoever starts one asks first whether there is one, and holds the lock for that moment
            assertThat(Wait.until(
                            () -> lives(Supervisor.class.getName()) && drillbook.isTaken(), Duration.ofMinutes(1)))
                    .isTrue();
            up.destroyForcibly();
            assertThat(Wait.until(() -> !lives(""), Duration.ofMinutes(1))).isTrue();
            assertThat(Wait.until(() -> !drillbook.isTaken(), Duration.ofMinutes(1)))
                    .isTrue();
            assertThat(stack.isUp()).isFalse();
        } finally {
            stack.down();
        }
    }

    /** Whether a process of this home has that in its command line. */
    private boolean lives(String word) {
        return ProcessHandle.allProcesses()
                .map(it -> it.info().commandLine().orElse(""))
                .anyMatch(line -> line.contains(word) && line.contains(home.toString()));
    }

    private static void kill(String signal, long pid) throws Exception {
        assertThat(new ProcessBuilder("sh", "-c", "kill " + signal + " " + pid)
                        .start()
                        .waitFor())
                .isZero();
    }
}
