package dev.drillbook.target;

import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Input;
import dev.drillbook.runbook.Residue;
import dev.drillbook.runbook.Touched;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import redis.clients.jedis.Jedis;

/** Faults of real servers. */
final class ServerExamples {
    private static final Input<URI> SERVER = new Input<>(Example.INPUT, URI.class);

    private ServerExamples() {}

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

    static final class OfRedis extends OnServer {
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

    static final class OfRedisKeys extends OnServer {
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
                public Touched touches(World world) {
                    return residue.touches(world);
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

    static final class OfPostgres extends OnServer {
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
}
