package dev.drillbook.target;

import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Input;
import dev.drillbook.runbook.Residue;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import redis.clients.jedis.Jedis;

/** At least one example for each kind of undo. Adding a noun: its example here. */
final class Examples {
    private static final Input<URI> SERVER = new Input<>(Example.INPUT, URI.class);
    private static final Input<Path> FILE = new Input<>(Example.INPUT, Path.class);

    private Examples() {}

    static List<Example> all() {
        return List.of(
                new OfFile("shop.properties", "# cache\nkey-prefix = shop:\nttl-seconds=60\n"),
                new OfFile("shop.yaml", "# cache\ncache:\n  key-prefix: 'shop:'  # ours\n  ttl: 60\n"),
                new OfFile("shop.json", "{ \"cache\": { \"key-prefix\": \"shop:\", \"ttl\": 60 } }"),
                new OfRedis(),
                new OfRedisKeys(),
                new OfPostgres(),
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

    private abstract static class OnServer extends Example {
        private final Servers.Server server;

        OnServer(String kind, Servers.Server server) {
            super(kind);
            this.server = server;
        }

        URI uri() {
            return server.uri();
        }

        <T> T redis(Function<Jedis, T> work) {
            return new RedisServer(uri()).askPlainly(work);
        }

        @Override
        World world() {
            return new Given(Map.of(INPUT, uri().toString()));
        }

        @Override
        void down() {
            server.stop();
        }

        @Override
        void up() {
            server.start();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    private static final class OfRedis extends OnServer {
        OfRedis() {
            super("redis config", Servers.redis());
        }

        @Override
        void healthy(Path folder) {
            config("maxmemory", "0");
            config("maxmemory-policy", "noeviction");
        }

        private void config(String name, String value) {
            redis(redis -> redis.configSet(name, value));
        }

        @Override
        Fault fault() {
            return Redis.at(SERVER).config(Map.of("maxmemory", "2mb", "maxmemory-policy", "allkeys-lru"));
        }

        @Override
        String state() {
            return redis(redis -> new TreeMap<>(redis.configGet("*")).toString());
        }

        @Override
        Optional<Runnable> thirdValue() {
            return Optional.of(() -> {
                config("maxmemory", "3mb");
                config("maxmemory-policy", "volatile-lru");
            });
        }
    }

    private static final class OfRedisKeys extends OnServer {
        OfRedisKeys() {
            super("redis keys", Servers.redis());
        }

        @Override
        void healthy(Path folder) {
            redis(redis -> redis.flushAll() + redis.set("shop:1", "price"));
        }

        @Override
        Fault fault() {
            Residue residue = Redis.at(SERVER).keys("shop-v2:*");
            return new Fault() {
                @Override
                public String inWords() {
                    return residue.inWords();
                }

                @Override
                public void apply(World world) {
                    redis(redis -> {
                        for (int i = 0; i < 2_000; i++) redis.set("shop-v2:" + i, "price");
                        return null;
                    });
                }

                @Override
                public Undo undo(World world) {
                    return residue.removal(world);
                }

                @Override
                public Verdict tookHold(World world) {
                    Verdict gone = new RedisKeys.Removal(SERVER, "shop-v2:*").gone(world);
                    if (gone instanceof Verdict.Unknown) return gone;
                    return gone.holds() ? new Verdict.Broken(gone.seen()) : new Verdict.Holds(gone.seen());
                }
            };
        }

        @Override
        String state() {
            return redis(redis -> redis.keys("*").stream().sorted().toList().toString());
        }
    }

    private static final class OfPostgres extends OnServer {
        OfPostgres() {
            super("postgres statement", Servers.postgres());
        }

        @Override
        void healthy(Path folder) {
            new PostgresServer(uri())
                    .run("DROP TABLE IF EXISTS orders; CREATE TABLE orders (day date);"
                            + " CREATE INDEX orders_day ON orders (day)");
        }

        @Override
        Fault fault() {
            return Postgres.at(SERVER)
                    .run("DROP INDEX orders_day")
                    .undoneBy("CREATE INDEX orders_day ON orders (day)")
                    .shownBy("SELECT to_regclass('orders_day') IS NULL");
        }

        @Override
        String state() {
            String everything =
                    "SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class WHERE relname LIKE 'order%'";
            return new PostgresServer(uri()).first(everything).orElseThrow().toString();
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
