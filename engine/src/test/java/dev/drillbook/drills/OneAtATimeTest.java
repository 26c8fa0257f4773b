package dev.drillbook.drills;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.drillbook.Drillbook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Two terminals start a drill of one environment at the same moment. */
@Tag("drills")
class OneAtATimeTest {
    private static final String RUNBOOK = """
            title    'A wrong mode'
            severity 4
            players  'on-call'

            def config = input 'config', Path
            def asked  = input 'asked', URI

            steadyState Http.at(asked).get('/').answers(200)
            holdFor     1.seconds
            timeLimit   1.seconds

            at 0.seconds apply ConfigFile.at(config).set(mode: 'bad')
            answer 'config', 'The mode was wrong.'
            """;

    @TempDir
    private static Path home;

    private static Drillbook drillbook;
    private static HttpServer asked;
    private static Path config;

    @BeforeAll
    static void open() throws IOException {
        drillbook = Drillbook.in(home);
        asked = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        asked.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        asked.start();
        config = Files.writeString(home.resolve("service.properties"), "mode=good\n");
        Files.writeString(home.resolve("runbooks/wrong-mode.groovy"), RUNBOOK);
        Files.writeString(home.resolve("drillbook.yaml"), """
                environments:
                  lab:
                    inputs:
                      config: %s
                      asked: http://127.0.0.1:%d
                """.formatted(
                        config, asked.getAddress().getPort()));
    }

    @AfterAll
    static void close() {
        asked.stop(0);
    }

    @RepeatedTest(50)
    void exactly_one_of_two_that_start_at_once_runs() throws IOException {
        long before = drills();
        List<Drillbook.Running> both = List.of(start(), start());
        List<Drillbook.Ended> ended =
                both.stream().map(one -> one.ended(Duration.ofMinutes(1))).toList();
        assertThat(ended).extracting(Drillbook.Ended::exit).containsExactlyInAnyOrder(0, 3);
        assertThat(ended)
                .anySatisfy(one -> assertThat(one.err()).contains("another drill is running on environment 'lab'"));
        assertThat(drills()).isEqualTo(before + 1);
        assertThat(config).hasContent("mode=good\n");
    }

    private static Drillbook.Running start() {
        return drillbook.start("run", "wrong-mode", "--environment", "lab");
    }

    private static long drills() throws IOException {
        if (!Files.isDirectory(drillbook.reports())) return 0;
        try (Stream<Path> folders = Files.list(drillbook.reports())) {
            return folders.filter(Files::isDirectory).count();
        }
    }
}
