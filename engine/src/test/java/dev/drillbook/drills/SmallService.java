package dev.drillbook.drills;

import com.sun.net.httpserver.HttpServer;
import dev.drillbook.Drillbook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An environment {@code lab} of one web server that always answers, and a file with its mode, which a drill may break. */
final class SmallService implements AutoCloseable {
    static final String GOOD = "mode=good\n";

    final Drillbook drillbook;
    final Path config;
    private final HttpServer server;

    SmallService(Path home) throws IOException {
        drillbook = Drillbook.in(home);
        config = Files.writeString(home.resolve("service.properties"), GOOD);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        Files.writeString(home.resolve("drillbook.yaml"), """
                guard:
                  heartbeat: 2 seconds
                environments:
                  lab:
                    inputs:
                      config: %s
                      asked: http://127.0.0.1:%d
                """.formatted(
                        config, server.getAddress().getPort()));
    }

    /** @param beats what is broken, and when: {@code config} is the file */
    SmallService breaking(String timeLimit, String... beats) throws IOException {
        Files.writeString(drillbook.home().resolve("runbooks/wrong-mode.groovy"), """
                title    'A wrong mode'
                severity 4
                players  'on-call'

                def config = input 'config', Path
                def asked  = input 'asked', URI

                steadyState Http.at(asked).get('/').answers(200)
                holdFor     1.seconds
                timeLimit   %s

                %s
                answer 'config', 'The mode was wrong.'
                """.formatted(
                        timeLimit, String.join("\n", beats)));
        return this;
    }

    /** @param before words of a command that runs it */
    Drillbook.Running starts(String... before) {
        return drillbook.start(List.of(before), "run", "wrong-mode", "--environment", "lab");
    }

    boolean isGood() throws IOException {
        return Files.readString(config).equals(GOOD);
    }

    long drills() throws IOException {
        if (!Files.isDirectory(drillbook.reports())) return 0;
        try (Stream<Path> folders = Files.list(drillbook.reports())) {
            return folders.filter(Files::isDirectory).count();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
