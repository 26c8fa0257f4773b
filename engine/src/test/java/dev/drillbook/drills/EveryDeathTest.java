package dev.drillbook.drills;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.drillbook.Drillbook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/**
 * Drills that break a real file, Redis, PostgreSQL and a command's work, ended in every phase in every way; whether all is
 * undone, and how soon, is asked with clients that are not Drillbook's.
 */
@Tag("drills")
class EveryDeathTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    /** From the death (of a frozen one: from the end of its heartbeat) until everything is undone. */
    private static final double MOST_SECONDS = 2.0;

    /** A machine that was busy with something else gets a cell's seconds wrong, but never what it proves. */
    private static final int ATTEMPTS = 3;

    private static final String POLICY = "maxmemory-policy";

    private static final String RUNBOOK = """
            title    'Everything at once'
            severity 4
            players  'on-call'

            def config   = input 'config', Path
            def cache    = input 'cache', URI
            def database = input 'database', URI
            def mark     = input 'mark', Path
            def asked    = input 'asked', URI

            steadyState Http.at(asked).get('/').answers(200)
            holdFor     1.seconds
            timeLimit   2.minutes

            at 2.seconds apply ConfigFile.at(config).set('ttl-seconds': 86_400)
            at 2.seconds apply Redis.at(cache).config('maxmemory-policy': 'allkeys-random')
            at 2.seconds apply Postgres.at(database).run('create table broken (what text)').undoneBy('drop table if exists broken').shownBy("select to_regclass('broken') is not null")
            at 3.seconds apply Shell.run('sh', '-c', 'touch "$0.applying"; sleep 0.5; touch "$0"', mark).undoneBy('sh', '-c', 'touch "$0.undoing"; sleep 0.4; rm -f "$0"', mark)
            answer 'everything', 'All of it was broken.'
            """;

    private enum Phase {
        BEFORE_THE_FAULT,
        APPLYING,
        LIVE,
        A_PERSON_REPAIRS,
        UNDOING,
        RENDERING
    }

    private enum Death {
        NORMAL_END(1), // a player aborts it
        PROBE_FAILS(1),
        SIGINT(130),
        SIGTERM(143),
        SIGHUP(129),
        KILL_9(137),
        KILL_9_OF_THE_GROUP(137),
        SIGSTOP(137);

        private final int exit;

        Death(int exit) {
            this.exit = exit;
        }
    }

    @TempDir
    private static Path home;

    private static Drillbook drillbook;
    private static Practice practice;
    private static Path config;
    private static String before;
    private static URI redis;
    private static URI postgres;
    private static String policy;
    private static Path mark;

    private HttpServer asked;
    private Path folder;
    private Drillbook.Running engine;

    @BeforeAll
    static void up() throws IOException {
        drillbook = Drillbook.in(home);
        practice = new Practice(drillbook);
        practice.up();
        redis = practice.address("redis");
        postgres = practice.address("postgresql");
        config = home.resolve("service.properties");
        try (Jedis jedis = new Jedis(redis)) {
            policy = jedis.configGet(POLICY).get(POLICY);
        }
        mark = home.resolve("mark");
        Files.writeString(home.resolve("runbooks/everything.groovy"), RUNBOOK);
    }

    @AfterAll
    static void down() {
        practice.down();
    }

    @Test
    void everything_is_undone_in_time_in_whatever_phase_and_way_a_drill_dies() throws Exception {
        Map<Phase, Map<Death, String>> table = new EnumMap<>(Phase.class);
        List<String> wrong = new ArrayList<>();
        for (Phase phase : Phase.values())
            for (Death death : Death.values()) {
                String cell = cell(phase, death, wrong);
                table.computeIfAbsent(phase, row -> new EnumMap<>(Death.class)).put(death, cell);
            }
        print(table);
        assertThat(wrong).isEmpty();
    }

    private String cell(Phase phase, Death death, List<String> wrong) throws Exception {
        try {
            double seconds = Double.MAX_VALUE;
            for (int attempt = 0; seconds > MOST_SECONDS && attempt < ATTEMPTS; attempt++) {
                seconds = dies(phase, death);
                clean();
            }
            if (seconds > MOST_SECONDS) wrong.add(phase + " × " + death + ": undone only after " + seconds + " s");
            return String.format(Locale.ROOT, "%.2f", seconds);
        } catch (AssertionError | RuntimeException e) {
            wrong.add(phase + " × " + death + ": " + e.getMessage());
            return "WRONG";
        } finally {
            clean();
        }
    }

    private static void print(Map<Phase, Map<Death, String>> table) {
        String head = Arrays.stream(Death.values())
                .map(death -> String.format("%12.12s", death))
                .collect(Collectors.joining());
        System.out.printf("%-18s%s   (seconds from the death until all was undone)%n", "", head);
        table.forEach((phase, row) -> System.out.printf(
                "%-18s%s%n",
                phase,
                row.values().stream().map(cell -> String.format("%12s", cell)).collect(Collectors.joining())));
    }

    /** @return seconds from the death until all was undone */
    private double dies(Phase phase, Death death) throws Exception {
        begin();
        reach(phase);
        long died = System.nanoTime();
        die(death, phase);
        Waiting.until("everything is undone", PATIENCE, this::isPutBack);
        double seconds = (System.nanoTime() - died) / 1e9;
        if (asked == null) answer(); // so that the steady state can hold again
        // nothing is owed then, so nobody ends it: it goes on where it was
        if (phase == Phase.RENDERING && death == Death.SIGSTOP)
            kill("-CONT", "-" + engine.process().pid());
        int exit = engine.ended(PATIENCE).exit();
        if (exit != death.exit && phase != Phase.RENDERING && phase != Phase.UNDOING)
            throw new AssertionError("exit " + exit + " where " + death.exit + " is expected");
        Waiting.until("its journal is closed", PATIENCE, () -> Journals.has(folder, "closed"));
        Waiting.until("no guard is left", PATIENCE, () -> guards() == 0);
        assertThat(Journals.entries(folder, "stays-owed")).isEmpty();
        assertThat(isPutBack()).isTrue();
        Path report = folder.resolve("postmortem.pdf");
        if (!Files.exists(report)) drillbook.run("report", folder.getFileName().toString());
        assertThat(report).isNotEmptyFile();
        return death == Death.SIGSTOP ? Math.max(0, seconds - HEARTBEAT.toMillis() / 1e3) : seconds;
    }

    private void begin() throws IOException {
        answer();
        before = "# the service's own\nttl-seconds=60\nkey-prefix=shop:\n";
        Files.writeString(config, before);
        Files.writeString(home.resolve("drillbook.yaml"), """
                environments:
                  lab:
                    inputs:
                      config: %s
                      cache: %s
                      database: %s
                      mark: %s
                      asked: http://127.0.0.1:%d
                guard:
                  heartbeat: %d seconds
                """.formatted(
                        config, redis, postgres, mark, asked.getAddress().getPort(), HEARTBEAT.toSeconds()));
        List<Path> earlier = folders();
        // a session of its own, so that its group can be killed and ours lives
        engine = drillbook.start(List.of("setsid"), "run", "everything", "--environment", "lab");
        Waiting.until("the drill has begun", PATIENCE, () -> folders().size() > earlier.size());
        folder = folders().stream()
                .filter(one -> !earlier.contains(one))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> folders() throws IOException {
        if (!Files.isDirectory(drillbook.reports())) return List.of();
        try (Stream<Path> folders = Files.list(drillbook.reports())) {
            return folders.filter(one -> Files.exists(one.resolve("journal.jsonl")))
                    .toList();
        }
    }

    private void reach(Phase phase) throws IOException {
        switch (phase) {
            case BEFORE_THE_FAULT -> Waiting.until("it began", PATIENCE, () -> Journals.has(folder, "began"));
            case APPLYING -> Waiting.until("a command applies", PATIENCE, () -> Files.exists(beside("applying")));
            case LIVE -> isLive();
            case A_PERSON_REPAIRS -> {
                isLive();
                Files.writeString(config, Files.readString(config).replace("86400", "60"));
            }
            case UNDOING -> {
                isLive();
                engine.type("abort");
                Waiting.until("it undoes", PATIENCE, () -> Files.exists(beside("undoing")));
            }
            case RENDERING -> {
                isLive();
                engine.type("abort");
                Waiting.until("it is closed", PATIENCE, () -> Journals.has(folder, "closed"));
            }
        }
    }

    private void isLive() {
        Waiting.until(
                "all is broken",
                PATIENCE,
                () -> Journals.entries(folder, "applied").size() == 4 && Files.exists(mark));
    }

    private static Path beside(String what) {
        return mark.resolveSibling(mark.getFileName() + "." + what);
    }

    private void die(Death death, Phase phase) throws Exception {
        switch (death) {
            case NORMAL_END -> abort(phase);
            case PROBE_FAILS -> {
                asked.stop(0);
                asked = null;
                TimeUnit.MILLISECONDS.sleep(300); // it has asked, and failed
                abort(phase);
            }
            case SIGINT, SIGTERM, SIGHUP -> engine.signal(death.name().substring(3));
            case KILL_9 -> engine.signal("KILL");
            case KILL_9_OF_THE_GROUP -> kill("-KILL", "-" + engine.process().pid());
            case SIGSTOP -> kill("-STOP", "-" + engine.process().pid());
        }
    }

    private void abort(Phase phase) {
        if (phase != Phase.UNDOING && phase != Phase.RENDERING) engine.type("abort");
    }

    private static void kill(String signal, String whom) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, "--", whom).start().waitFor();
    }

    private void answer() throws IOException {
        asked = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 0);
        asked.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        asked.start();
    }

    private int lastPort;

    /** The same one again within a drill. */
    private int port() throws IOException {
        if (lastPort == 0)
            try (var free = new java.net.ServerSocket(0)) {
                lastPort = free.getLocalPort();
            }
        return lastPort;
    }

    private boolean isPutBack() throws IOException, SQLException {
        if (!Files.readString(config).equals(before) || Files.exists(mark)) return false;
        try (Jedis jedis = new Jedis(redis)) {
            if (!jedis.configGet(POLICY).get(POLICY).equals(policy)) return false;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + postgres.getPort()
                        + "/shop?user=postgres&sslmode=disable&gssEncMode=disable");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select to_regclass('broken') is null")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private long guards() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString())
                        && process.info().commandLine().orElse("").contains("undo.Guard"))
                .count();
    }

    private void clean() throws IOException, SQLException {
        if (asked != null) asked.stop(0);
        asked = null;
        if (engine != null) engine.process().destroyForcibly();
        if (!isPutBack()) drillbook.run("undo");
        for (Path left : List.of(mark, beside("applying"), beside("undoing"))) Files.deleteIfExists(left);
    }
}
