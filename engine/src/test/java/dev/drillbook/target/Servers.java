package dev.drillbook.target;

import dev.drillbook.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Real servers for tests. Each runs under a small shell that ends it when our end of a pipe is gone: nothing outlives this
 * JVM, however it ends. Folders are removed at its end.
 */
final class Servers {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final String LEASH = "\"$@\" & child=$!; cat >/dev/null; kill -%s $child; wait $child";

    private Servers() {}

    static Server redis() {
        int port = FreePort.next();
        Path folder = folder("redis");
        List<String> argv = List.of(
                Binaries.redis().toString(),
                "--port",
                "" + port,
                "--bind",
                "127.0.0.1",
                "--dir",
                folder.toString(),
                "--appendonly",
                "yes",
                "--save",
                "");
        URI uri = URI.create("redis://127.0.0.1:" + port);
        return new Server(uri, argv, "TERM", folder, () -> Redis.at(uri.toString())
                .ping()
                .ask(Given.NOTHING)
                .holds());
    }

    static Server postgres() {
        int port = FreePort.next();
        Path folder = folder("postgres");
        Path data = folder.resolve("data");
        run(asNobody(
                Binaries.postgres().resolve("bin/initdb").toString(),
                "-D",
                data.toString(),
                "-U",
                "shop",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-locale",
                "--no-sync"));
        List<String> argv = asNobody(
                Binaries.postgres().resolve("bin/postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                "" + port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off",
                "-c",
                "shared_buffers=16MB");
        URI uri = URI.create("postgresql://shop@127.0.0.1:" + port + "/postgres");
        return new Server(uri, argv, "INT", folder, () -> Postgres.at(uri.toString())
                .query("SELECT 1")
                .answers(1)
                .ask(Given.NOTHING)
                .holds());
    }

    static final class Server implements AutoCloseable {
        private final URI uri;
        private final List<String> argv;
        private final String signal;
        private final Path folder;
        private final BooleanSupplier ready;
        private Process leash;

        private Server(URI uri, List<String> argv, String signal, Path folder, BooleanSupplier ready) {
            this.uri = uri;
            this.argv = argv;
            this.signal = signal;
            this.folder = folder;
            this.ready = ready;
            start();
        }

        URI uri() {
            return uri;
        }

        void start() {
            List<String> line =
                    new ArrayList<>(List.of("sh", "-c", String.format(Locale.ROOT, LEASH, signal), "leash"));
            line.addAll(argv);
            try {
                leash = new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
                long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
                while (!ready.getAsBoolean()) {
                    if (System.nanoTime() > deadline || !leash.isAlive())
                        throw new AssertionError(uri + ":\n" + Files.readString(folder.resolve("log")));
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        void stop() {
            try {
                leash.getOutputStream().close();
                if (!leash.waitFor(1, TimeUnit.MINUTES)) throw new AssertionError(uri + " does not stop");
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        void restart() {
            stop();
            start();
        }

        @Override
        public void close() {
            stop();
            delete(folder);
        }
    }

    /** PostgreSQL does not run as root. */
    private static List<String> asNobody(String... argv) {
        List<String> line = new ArrayList<>();
        if (ROOT) line.addAll(List.of("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"));
        line.addAll(List.of(argv));
        return line;
    }

    private static void run(List<String> argv) {
        try {
            Process process = new ProcessBuilder(argv).redirectErrorStream(true).start();
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw new AssertionError(argv + ":\n" + output);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static Path folder(String name) {
        try {
            Path folder = Files.createTempDirectory("drillbook-test-" + name + "-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(ROOT ? "rwxrwxrwx" : "rwx------"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
