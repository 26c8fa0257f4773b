package dev.drillbook.practice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.drillbook.environment.Environment;
import dev.drillbook.environment.Site;
import dev.drillbook.environment.Stack.Part;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine;

/** One real stack for all, started from two processes at the same moment; the last test ends it. */
@Isolated
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PracticeStackTest {
    @TempDir
    static Path home;

    private static PracticeStack stack;
    private static final List<String> progress = Collections.synchronizedList(new ArrayList<>());
    private static String toldElsewhere;

    @BeforeAll
    static void up() throws Exception {
        stack = new PracticeStack(home);
        Process other = Elsewhere.started(home, Map.of(), "up");
        stack.up(progress::add);
        toldElsewhere = Elsewhere.output(other);
        assertThat(other.waitFor()).as(toldElsewhere).isZero();
    }

    @AfterAll
    static void down() {
        stack.down();
    }

    @Test
    @Order(1)
    void two_starts_at_once_give_one_stack() {
        assertThat(ProcessHandle.allProcesses().filter(process -> process.info()
                        .commandLine()
                        .orElse("")
                        .contains(Supervisor.class.getName() + " " + home.resolve(".drillbook"))))
                .hasSize(1);
        assertThat(toldElsewhere).contains(stack.environment().inputs().get("shop"));
    }

    @Test
    @Order(1)
    void each_part_is_told_as_it_becomes_ready() {
        String told = String.join("\n", progress) + toldElsewhere;
        assertThat(told)
                .contains(stack.parts().stream()
                        .map(part -> part.name() + " ready")
                        .toList());
    }

    @Test
    @Order(1)
    void every_part_is_a_real_process_and_healthy() {
        assertThat(stack.parts()).hasSize(8).allSatisfy(part -> {
            assertThat(ProcessHandle.of(part.pid())).get().matches(ProcessHandle::isAlive);
            assertThat(part.healthy()).as(part.name()).isTrue();
        });
        assertThat(stack.parts()).extracting(Part::pid).doesNotHaveDuplicates();
    }

    @Test
    @Order(1)
    void only_the_user_can_read_where_it_runs() throws Exception {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(home.resolve(".drillbook/practice.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    @Order(1)
    void its_site_serves_every_page_it_names() throws Exception {
        Site site = stack.environment().site().orElseThrow();
        for (String path : site.paths())
            assertThat(get(site.address().resolve(path))).contains("<html");
        assertThat(get(URI.create(site.commits() + "?after=0"))).isNotNull();
    }

    @Test
    @Order(1)
    void its_inputs_are_the_real_cache_database_and_settings_file() throws Exception {
        Environment environment = stack.environment();
        assertThat(Health.of(URI.create(environment.inputs().get("cache")))).isTrue();
        assertThat(Health.of(URI.create(environment.inputs().get("database")))).isTrue();
        assertThat(Path.of(environment.inputs().get("cache-config"))).content().contains("key-prefix=shop:");
    }

    @Test
    @Order(1)
    void a_second_start_does_nothing() {
        List<String> told = new ArrayList<>();
        stack.up(told::add);
        assertThat(told).isEmpty();
    }

    @Test
    @Order(1)
    void sql_prints_a_table() {
        assertThat(practice("sql", "select 7 as n, 'x' as word, null as none"))
                .isEqualTo("n  word  none\n-  ----  ----\n7  x     NULL\n(1 row)\n");
        assertThat(practice("sql", "select count(distinct category) from category_product"))
                .contains("\n   " + PracticeStack.CATEGORIES + "\n");
    }

    @Test
    @Order(1)
    void sql_that_is_wrong_is_told_in_one_line() {
        assertThat(practice("sql", "select nonsense"))
                .startsWith("Invalid: sql: ERROR: column \"nonsense\" does not exist")
                .doesNotContain("\n");
    }

    @Test
    @Order(1)
    void redis_prints_what_redis_cli_does() {
        assertThat(practice("redis", "PING")).isEqualTo("PONG\n");
        assertThat(practice("redis", "SET", "test:word", "a \"b\" ü")).isEqualTo("OK\n");
        assertThat(practice("redis", "GET", "test:word")).isEqualTo("\"a \\\"b\\\" \\xc3\\xbc\"\n");
        assertThat(practice("redis", "GET", "test:none")).isEqualTo("(nil)\n");
        assertThat(practice("redis", "RPUSH", "test:list", "a", "b")).isEqualTo("(integer) 2\n");
        assertThat(practice("redis", "LRANGE", "test:list", "0", "-1")).isEqualTo("1) \"a\"\n2) \"b\"\n");
        assertThat(practice("redis", "COMMAND", "GETKEYS", "MSET", "a", "1")).isEqualTo("1) \"a\"\n");
        assertThat(practice("redis", "NONSENSE")).startsWith("(error) ERR unknown command");
        assertThat(practice("redis", "DEL", "test:word", "test:list")).isEqualTo("(integer) 2\n");
    }

    @Test
    @Order(1)
    void logs_lists_the_files_and_shows_their_ends() {
        assertThat(practice("logs")).contains("postgresql.log").contains("shop-3.log");
        assertThat(practice("logs", "redis", "-n", "1000")).contains("Ready to accept connections");
        assertThat(practice("logs", "redis", "-n", "1").lines()).hasSize(1);
        assertThat(practice("logs", "shop-4"))
                .startsWith("Invalid: no part 'shop-4'")
                .contains("shop-1, shop-2, shop-3");
    }

    @Test
    @Order(1)
    void status_shows_the_parts_and_no_settings() {
        assertThat(practice("status"))
                .contains("shop-2")
                .contains("/metrics")
                .doesNotContain("cache.properties")
                .doesNotContain("no ");
        assertThat(practice("status", "--json")).contains("\"up\" : true");
    }

    @Test
    @Order(2)
    void its_alerts_are_delivered_where_they_are_wanted() throws Exception {
        BlockingQueue<String> delivered = new LinkedBlockingQueue<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/alerts", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            delivered.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
        try {
            stack.alertsTo(
                    URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/alerts"), "a-token");
            Path settings = Path.of(stack.environment().inputs().get("cache-config"));
            Files.writeString(settings, Files.readString(settings).replace("invalidation=on", "invalidation=off"));
            assertThat(delivered.poll(60, TimeUnit.SECONDS))
                    .startsWith("Bearer a-token {")
                    .contains("\"firing\"");
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    @Order(3)
    void a_killed_part_is_shown_as_not_healthy_and_stays_dead() {
        Part auditor = part("auditor");
        ProcessHandle.of(auditor.pid()).orElseThrow().destroyForcibly();
        assertThat(Wait.until(() -> !part("auditor").healthy(), Duration.ofSeconds(30)))
                .isTrue();
        assertThat(part("auditor").pid()).isEqualTo(auditor.pid());
        assertThat(stack.isUp()).isTrue();
    }

    @Test
    @Order(4)
    void down_leaves_no_process_and_no_file() throws Exception {
        State state = stack.state();
        stack.down();
        assertThat(state.parts()).noneMatch(part -> part.process().isAlive());
        assertThat(state.data().path()).doesNotExist();
        try (var left = Files.list(home.resolve(".drillbook"))) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).containsOnly("practice.lock");
        }
        assertThat(stack.isUp()).isFalse();
        assertThat(stack.parts()).isEmpty();
    }

    private static Part part(String name) {
        return stack.parts().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String get(URI address) throws Exception {
        var answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(address.toString()).isEqualTo(200);
        return answer.body();
    }

    private static String practice(String... words) {
        StringWriter printed = new StringWriter();
        var command = new CommandLine(new PracticeCommand(stack)).setOut(new PrintWriter(printed));
        command.setExecutionExceptionHandler((failure, at, parsed) -> {
            printed.append(failure.getClass().getSimpleName()).append(": ").append(failure.getMessage());
            return 2;
        });
        command.execute(words);
        return printed.toString();
    }
}
