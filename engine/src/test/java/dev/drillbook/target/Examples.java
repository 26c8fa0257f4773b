package dev.drillbook.target;

import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Input;
import dev.drillbook.runbook.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** At least one example for each kind of undo. Adding a noun: its example here. */
final class Examples {
    private static final Input<Path> FILE = new Input<>(Example.INPUT, Path.class);

    private Examples() {}

    static List<Example> all() {
        return List.of(
                new OfFile("shop.properties", "# cache\nkey-prefix = shop:\nttl-seconds=60\n"),
                new OfFile("shop.yaml", "# cache\ncache:\n  key-prefix: 'shop:'  # ours\n  ttl: 60\n"),
                new OfFile("shop.json", "{ \"cache\": { \"key-prefix\": \"shop:\", \"ttl\": 60 } }"),
                new ServerExamples.OfRedis(),
                new ServerExamples.OfRedisKeys(),
                new ServerExamples.OfPostgres(),
                new OfShell());
    }

    private static final class OfFile extends Example {
        private final String name;
        private final String content;
        private Path file;

        OfFile(String name, String content) {
            super("config file");
            this.name = name;
            this.content = content;
        }

        @Override
        void healthy(Path folder) throws Exception {
            file = folder.resolve(name);
            Files.writeString(file, content);
        }

        @Override
        Fault fault() {
            String prefix = name.endsWith(".properties") ? "" : "cache.";
            return ConfigFile.at(FILE).set(Map.of(prefix + "key-prefix", "shop-v2:"));
        }

        @Override
        World world() {
            return new Given(Map.of(INPUT, file.toString()));
        }

        @Override
        String state() throws Exception {
            return Files.readString(file);
        }

        @Override
        Optional<Runnable> thirdValue() {
            return Optional.of(() -> {
                try {
                    Files.writeString(file, Files.readString(file).replace("shop-v2:", "mine"));
                } catch (java.io.IOException e) {
                    throw new AssertionError(e);
                }
            });
        }

        @Override
        void down() throws Exception {
            Files.move(file, file.resolveSibling("away"));
        }

        @Override
        void up() throws Exception {
            Files.move(file.resolveSibling("away"), file);
        }
    }

    private static final class OfShell extends Example {
        private Path folder;

        OfShell() {
            super("shell command");
        }

        @Override
        void healthy(Path newFolder) throws Exception {
            folder = newFolder;
            Files.writeString(folder.resolve("service"), """
                    cd "$(dirname "$0")"
                    case $1 in
                        stop) mkdir stopped;;
                        start) rmdir stopped;;
                        down) test -d stopped;;
                    esac
                    """);
        }

        @Override
        Fault fault() {
            Input<Path> service = FILE;
            return Shell.run("sh", service, "stop")
                    .undoneBy("sh", service, "start")
                    .shownBy("sh", service, "down");
        }

        @Override
        World world() {
            return new Given(Map.of(INPUT, folder.resolve("service").toString()));
        }

        @Override
        String state() {
            return Files.isDirectory(folder.resolve("stopped")) ? "stopped" : "started";
        }

        @Override
        void down() throws Exception {
            Files.move(folder.resolve("service"), folder.resolve("away"));
        }

        @Override
        void up() throws Exception {
            Files.move(folder.resolve("away"), folder.resolve("service"));
        }
    }
}
