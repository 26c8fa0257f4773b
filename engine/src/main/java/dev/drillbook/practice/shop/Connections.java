package dev.drillbook.practice.shop;

import dev.drillbook.practice.part.Database;
import java.net.URI;
import java.sql.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.util.JedisURIHelper;

/** Settings and the two pools that were made after them. */
record Connections(CacheSettings settings, Pool<Jedis> cache, Pool<Connection> database) {

    /** Where the two pools connect to, and as whom. */
    record Addresses(String name, String database, URI cache) {
        Connections open(CacheSettings settings) {
            return new Connections(settings, cachePool(settings), databasePool(settings));
        }

        /** Those after new settings. A pool whose own settings stay is kept; the other drains. */
        Connections reopen(Connections before, CacheSettings settings) {
            boolean sameCache = settings.poolSize() == before.settings.poolSize()
                    && settings.poolWait().equals(before.settings.poolWait())
                    && settings.redisTimeout().equals(before.settings.redisTimeout());
            boolean sameDatabase = settings.databasePoolSize() == before.settings.databasePoolSize()
                    && settings.databaseWait().equals(before.settings.databaseWait());
            return new Connections(
                    settings,
                    sameCache ? before.cache : cachePool(settings),
                    sameDatabase ? before.database : databasePool(settings));
        }

        private Pool<Jedis> cachePool(CacheSettings settings) {
            int timeout = (int) settings.redisTimeout().toMillis();
            var config = DefaultJedisClientConfig.builder(cache)
                    .connectionTimeoutMillis(timeout)
                    .socketTimeoutMillis(timeout)
                    .autoNegotiateProtocol(false)
                    .build();
            var address = JedisURIHelper.getHostAndPort(cache);
            return new Pool<>("cache", settings.poolSize(), settings.poolWait(), () -> new Jedis(address, config));
        }

        private Pool<Connection> databasePool(CacheSettings settings) {
            return new Pool<>(
                    "database",
                    settings.databasePoolSize(),
                    settings.databaseWait(),
                    () -> Database.connect(database, name));
        }
    }

    /** Closes what the next ones do not use any more. */
    void drainAfter(Connections next) {
        if (cache != next.cache) cache.close();
        if (database != next.database) database.close();
    }
}
