package dev.drillbook.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.Drillbook;
import dev.drillbook.control.LivingGuards;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.Jedis;

/** Drills that are ended in the middle: everything is put back, asked of the real file and the real Redis. */
@Tag("drills")
class EndingsTest {
    /** A machine that was busy with something else gets the time wrong, but never what it proves. */
    private static final int ATTEMPTS = 3;

    @TempDir
    private static Path home;

    private static Drillbook drillbook;
    private static Practice practice;
    private static Path config;
    private static String before;
    private static URI redis;

    @BeforeAll
    static void up() throws IOException {
        drillbook = Drillbook.in(home);
        practice = new Practice(drillbook);
        practice.up();
        redis = practice.address("redis");
    }

    @AfterAll
    static void down() {
        practice.down();
    }

    private Set<Path> earlier;
    private Drillbook.Running drill;

    @BeforeEach
    void run() throws IOException {
        earlier = folders();
        drill = drillbook.start("run", "yesterdays-prices");
        Waiting.until("the fault is applied", Duration.ofSeconds(90), () -> Journals.has(latest(), "took-hold"));
        config = Path.of(Journals.entries(latest(), "opened")
                .get(0)
                .get("what")
                .get("inputs")
                .get("cache-config")
                .asString());
        assertThat(Files.readString(config)).contains("shop-v2:");
    }

    /** This test's own drill, once its folder is there. */
    private Path latest() throws IOException {
        Set<Path> fresh = folders();
        fresh.removeAll(earlier);
        return fresh.isEmpty() ? home : fresh.iterator().next();
    }

    private static Set<Path> folders() throws IOException {
        if (!Files.isDirectory(drillbook.reports())) return new HashSet<>();
        try (Stream<Path> folders = Files.list(drillbook.reports())) {
            return folders.collect(Collectors.toCollection(HashSet::new));
        }
    }

    @ParameterizedTest(name = "SIG{0} ends it with {1}")
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void a_signal_ends_it_and_everything_is_put_back(String signal, int exit) throws IOException {
        drill.signal(signal);
        Drillbook.Ended ended = drill.ended(Duration.ofMinutes(2));
        assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(exit);
        everythingIsPutBack();
    }

    @Test
    void after_kill_minus_nine_its_guard_puts_everything_back_and_the_next_start_writes_it_up() throws IOException {
        long millis = killed();
        for (int again = 1; millis >= 2_000 && again < ATTEMPTS; again++) {
            run();
            millis = killed();
        }
        assertThat(millis).isLessThan(2_000);
    }

    /** @return milliseconds from the kill until the file was put back */
    private long killed() throws IOException {
        ProcessHandle guard = LivingGuards.below(home).get(0);
        drill.process().destroyForcibly();
        long killed = System.nanoTime();
        Waiting.until("the file is right", Duration.ofMinutes(1), () -> Files.readString(config)
                .contains("key-prefix=shop:"));
        long millis = (System.nanoTime() - killed) / 1_000_000;
        long mostMegabytes = 0;
        while (guard.isAlive()) mostMegabytes = Math.max(mostMegabytes, most(guard) / 1024);
        System.out.println("guard: file put back after " + millis + " ms; with a Redis client at most " + mostMegabytes
                + " MB resident");
        assertThat(mostMegabytes).isBetween(1L, 99L);
        assertThat(latest().resolve("guard.log")).doesNotExist();
        assertThat(Journals.has(latest(), "guard-took-over")).isTrue();
        assertThat(drillbook.run("undo").out()).contains("nothing is owed");
        try (Jedis jedis = new Jedis(redis)) {
            assertThat(jedis.keys("shop-v2:*")).isEmpty();
        }
        assertThat(drillbook.run("run", "no-such-runbook").err()).contains("was interrupted: everything is put back");
        assertThat(latest().resolve("postmortem.md")).isNotEmptyFile();
        return millis;
    }

    /** In KiB; 0 when it is gone. */
    private static long most(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }

    @Test
    void an_abort_from_a_second_terminal_ends_it_and_everything_is_put_back() throws IOException {
        assertThat(drillbook.run("abort", "enough").exit()).isZero();
        assertThat(drill.ended(Duration.ofMinutes(3)).exit()).isEqualTo(1);
        everythingIsPutBack();
    }

    @Test
    void an_abort_on_standard_input_puts_everything_back_but_for_what_a_player_edited_meanwhile() throws IOException {
        Object owner = Files.getAttribute(config, "unix:uid");
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-rw-r--"));
        String edited = Files.readString(config).replace("redis-timeout-ms=250", "redis-timeout-ms=240");
        Files.writeString(config, edited + "# looked at this at three in the morning\n");
        drill.type("abort");
        assertThat(drill.ended(Duration.ofMinutes(3)).exit()).isEqualTo(1);
        everythingIsPutBack();
        assertThat(Files.readString(config))
                .contains("redis-timeout-ms=240", "# looked at this at three in the morning");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(config)))
                .isEqualTo("rw-rw-r--");
        assertThat(Files.getAttribute(config, "unix:uid")).isEqualTo(owner);
    }

    @Test
    void nothing_that_players_see_gives_the_answer_away() {
        drill.type("status");
        drill.type("hint");
        String status = drillbook.run("status").out()
                + drillbook.run("status", "--json").out();
        drill.type("abort");
        String screen = drill.ended(Duration.ofMinutes(3)).out();
        String during = screen.substring(0, screen.indexOf("aborting"));
        for (String secret : List.of("shop-v2", "key-prefix", "cache-config", "cache configuration", "consistency"))
            assertThat(during + status).doesNotContain(secret);
    }

    private void everythingIsPutBack() throws IOException {
        assertThat(Files.readString(config))
                .contains("key-prefix=shop:", "pool-size=16")
                .doesNotContain("shop-v2:");
        try (Jedis jedis = new Jedis(redis)) {
            assertThat(jedis.keys("shop-v2:*")).isEmpty();
        }
        Path folder = latest();
        assertThat(LivingGuards.below(home)).isEmpty();
        assertThat(folder.resolve("guard.log")).doesNotExist();
        assertThat(Journals.entries(folder, "stays-owed")).isEmpty();
        var checked = Journals.entries(folder, "checked");
        assertThat(checked.get(checked.size() - 1).get("what").get("probes"))
                .allMatch(
                        probe -> probe.get("verdict").get("verdict").asString().equals("holds"));
        assertThat(folder.resolve("postmortem.md")).isNotEmptyFile();
    }
}
