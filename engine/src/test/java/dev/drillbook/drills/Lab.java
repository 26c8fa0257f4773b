package dev.drillbook.drills;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.drillbook.Drillbook;
import dev.drillbook.FreePort;
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
import java.util.List;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;

/**
 * An environment with a real file, Redis, PostgreSQL and a command's work, a runbook that breaks all four at once, and
 * clients that are not Drillbook's to ask whether they are as they were.
 */
final class Lab implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Duration HEARTBEAT = Duration.ofSeconds(2);

    /** In what each drill is given; told nowhere. */
    private static final List<String> SECRETS = List.of("hush-the-token-4711", "hush-the-database-4712");

    private static final String POLICY = "maxmemory-policy";
    private static final String CONFIG = "# the service's own\nttl-seconds=60\nkey-prefix=shop:\n";

    private static final String RUNBOOK = """
            title    'Everything at once'
            severity 4
            players  'on-call'

            def config   = input 'config', Path
            def cache    = input 'cache', URI
            def database = input 'database', URI
            def mark     = input 'mark', Path
            def asked    = input 'asked', URI
            def token    = input 'token', Secret

            steadyState Http.at(asked).get('/').answers(200)
            holdFor     1.seconds
            timeLimit   2.minutes

            at 1.seconds apply ConfigFile.at(config).set('ttl-seconds': 86_400)
            at 1.seconds apply Redis.at(cache).config('maxmemory-policy': 'allkeys-random')
            at 1.seconds apply Postgres.at(database).run('create table broken (what text)').undoneBy('drop table if exists broken').shownBy("select to_regclass('broken') is not null")
            at 2.seconds apply Shell.run('sh', '-c', ': ${TOKEN:?}; touch "$0.applying"; sleep 0.5; touch "$0"', mark).environment(TOKEN: token).undoneBy('sh', '-c', ': ${TOKEN:?}; test ! -e "$0.stuck" || { echo "$TOKEN is stuck"; exit 1; }; touch "$0.undoing"; sleep 0.4; rm -f "$0"', mark)
            answer 'everything', 'All of it was broken.'
            """;

    final Drillbook drillbook;
    final Practice practice;
    final Path config;
    private final Path mark;
    private final Path secrets;
    private final URI redis;
    private final URI postgres;
    private final String policy;
    private final int port;
    private HttpServer asked;
    private Drillbook.Running engine;
    private Path folder;

    /** @param secrets a folder that is nobody's but theirs */
    Lab(Path home, Path secrets) throws IOException {
        drillbook = Drillbook.in(home);
        practice = new Practice(drillbook);
        practice.up();
        redis = practice.address("redis");
        postgres = practice.address("postgresql");
        try (Jedis jedis = new Jedis(redis)) {
            policy = jedis.configGet(POLICY).get(POLICY);
        }
        config = home.resolve("service.properties");
        mark = home.resolve("mark");
        this.secrets = secrets;
        Files.writeString(secrets.resolve("token"), SECRETS.get(0));
        Files.writeString(
                secrets.resolve("database"),
                postgres.toString().replace("postgres@", "postgres:" + SECRETS.get(1) + "@"));
        port = FreePort.next();
        Files.writeString(home.resolve("runbooks/everything.groovy"), RUNBOOK);
        Files.writeString(home.resolve("drillbook.yaml"), settings());
    }

    private String settings() {
        return """
                environments:
                  lab:
                    inputs:
                      config: %s
                      cache: %s
                      database: secret:command:cat %s
                      mark: %s
                      asked: http://127.0.0.1:%d
                      token: secret:file:%s
                guard:
                  heartbeat: %d seconds
                """.formatted(
                        config,
                        redis,
                        secrets.resolve("database"),
                        mark,
                        port,
                        secrets.resolve("token"),
                        HEARTBEAT.toSeconds());
    }

    /** A drill begins, in a session of its own, so that its group can be killed and ours lives. */
    Drillbook.Running begin() throws IOException {
        holds();
        Files.writeString(config, CONFIG);
        List<Path> earlier = folders();
        engine = drillbook.start(List.of("setsid"), "run", "everything", "--environment", "lab");
        Waiting.until("the drill has begun", PATIENCE, () -> folders().size() > earlier.size());
        folder = folders().stream()
                .filter(one -> !earlier.contains(one))
                .findFirst()
                .orElseThrow();
        return engine;
    }

    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(drillbook.reports())) return List.of();
        try (Stream<Path> folders = Files.list(drillbook.reports())) {
            return folders.filter(one -> Files.exists(one.resolve("journal.jsonl")))
                    .toList();
        }
    }

    /** Of the drill that began last. */
    Path folder() {
        return folder;
    }

    void isLive() {
        Waiting.until(
                "all is broken",
                PATIENCE,
                () -> Journals.entries(folder, "applied").size() == 4 && Files.exists(mark));
    }

    /** What the command leaves: {@code applying}, {@code undoing}; and {@code stuck}, which keeps it from being undone. */
    Path beside(String what) {
        return mark.resolveSibling(mark.getFileName() + "." + what);
    }

    void aPersonRepairsTheFile() throws IOException {
        Files.writeString(config, Files.readString(config).replace("86400", "60"));
    }

    /** From now on the steady state holds. */
    void holds() throws IOException {
        if (asked != null) return;
        asked = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        asked.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        asked.start();
    }

    /** From now on nobody answers its question. */
    void failsToHold() {
        asked.stop(0);
        asked = null;
    }

    boolean isPutBack() throws IOException, SQLException {
        return Files.readString(config).equals(CONFIG) && areOthersPutBack() && !Files.exists(mark);
    }

    /** Redis and PostgreSQL. */
    boolean areOthersPutBack() throws SQLException {
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

    List<ProcessHandle> guards() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString())
                        && process.info().commandLine().orElse("").contains("undo.Guard"))
                .toList();
    }

    /** @param whom a process id, or a group's with a minus */
    static void kill(String signal, String whom) {
        try {
            new ProcessBuilder("kill", signal, "--", whom).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kills the engine's whole group and the guard, which gets no chance to see it. */
    void dieTogether() {
        List<ProcessHandle> guards = guards();
        guards.forEach(guard -> kill("-STOP", Long.toString(guard.pid())));
        kill("-KILL", "-" + engine.process().pid());
        guards.forEach(guard -> kill("-KILL", Long.toString(guard.pid())));
        Waiting.until(
                "both are dead",
                PATIENCE,
                () -> guards().isEmpty() && !engine.process().isAlive());
    }

    /** The engine stops, as by Ctrl-Z, and its guard, which would have ended it, is killed. */
    void freezeWithoutAGuard() {
        kill("-STOP", "-" + engine.process().pid());
        guards().forEach(guard -> kill("-KILL", Long.toString(guard.pid())));
        Waiting.until("its guard is dead", PATIENCE, () -> guards().isEmpty());
    }

    /** Neither in any byte that was written, nor in the words of any process that runs. */
    void noSecretIsToldAnywhere() throws IOException {
        assertThat(Told.in(folder, drillbook.home().resolve(".drillbook"), engine.out(), engine.err()))
                .isNotEmpty()
                .allSatisfy((place, bytes) -> assertThat(bytes).as(place).doesNotContain(SECRETS));
    }

    /** Ends what runs and puts everything right, however it went. */
    void clean() throws IOException, SQLException {
        if (asked != null) failsToHold();
        if (engine != null) engine.process().destroyForcibly();
        Files.deleteIfExists(beside("stuck"));
        if (engine != null && !isPutBack()) drillbook.run("undo");
        for (Path left : List.of(mark, beside("applying"), beside("undoing"))) Files.deleteIfExists(left);
    }

    @Override
    public void close() {
        practice.down();
    }
}
