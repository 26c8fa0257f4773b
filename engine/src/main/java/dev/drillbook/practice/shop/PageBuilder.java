package dev.drillbook.practice.shop;

import dev.drillbook.practice.part.Log;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * Builds a page: through the cache, over one connection held for the whole page; without the cache when it has no
 * connection in time or fails; not at all when the database has no connection in time either.
 */
final class PageBuilder {
    /** A page could not be built; the message says why. */
    static final class Unavailable extends Exception {
        Unavailable(String why) {
            super(why);
        }
    }

    private final Log log;
    private final OneAtATime missing = new OneAtATime();
    final LongAdder hits = new LongAdder();
    final LongAdder misses = new LongAdder();
    final LongAdder fromCache = new LongAdder();
    final LongAdder fromDatabase = new LongAdder();

    PageBuilder(Log log) {
        this.log = log;
    }

    Page build(int category, List<Integer> products, Connections connections) throws Unavailable {
        Optional<Page> cached = throughCache(category, products, connections);
        if (cached.isPresent()) return cached.get();
        return withoutCache(category, products, connections);
    }

    Page withoutCache(int category, List<Integer> products, Connections connections) throws Unavailable {
        var page = new Page(category, fromDatabase(products, connections), "database");
        fromDatabase.increment();
        return page;
    }

    private Optional<Page> throughCache(int category, List<Integer> products, Connections connections)
            throws Unavailable {
        Optional<Pool<Jedis>.Lease> lease = lease(connections.cache());
        if (lease.isEmpty()) return Optional.empty();
        try (var cache = lease.get()) {
            try {
                return Optional.of(readThrough(category, products, cache.connection(), connections));
            } catch (JedisException failed) {
                cache.broken();
                log.warn("category " + category + ": the cache failed, reading the database: " + failed.getMessage());
                return Optional.empty();
            }
        }
    }

    private Optional<Pool<Jedis>.Lease> lease(Pool<Jedis> cache) {
        try {
            Optional<Pool<Jedis>.Lease> lease = cache.borrow();
            if (lease.isEmpty()) log.warn(cache.exhausted() + ", reading the database");
            return lease;
        } catch (Exception failed) {
            log.warn("no cache connection, reading the database: " + failed.getMessage());
            return Optional.empty();
        }
    }

    private Page readThrough(int category, List<Integer> ids, Jedis cache, Connections connections) throws Unavailable {
        CacheSettings settings = connections.settings();
        var products = new ArrayList<Product>();
        int missed = 0;
        for (int id : ids) {
            String text = cache.get(settings.key(id));
            Optional<Product> cached = text == null ? Optional.empty() : Product.fromCached(id, text);
            if (cached.isEmpty()) {
                missed++;
                cached = Optional.of(missing.product(id, () -> fill(id, cache, connections)));
            }
            products.add(cached.get());
        }
        hits.add(ids.size() - missed);
        misses.add(missed);
        fromCache.increment();
        return new Page(category, products, missed == 0 ? "cache" : "cache," + missed + "-missed");
    }

    private static Product fill(int id, Jedis cache, Connections connections) throws Unavailable {
        CacheSettings settings = connections.settings();
        Product product = fromDatabase(List.of(id), connections).get(0);
        cache.set(settings.key(id), product.cached(), SetParams.setParams().ex(settings.lifetimeSeconds()));
        return product;
    }

    private static List<Product> fromDatabase(List<Integer> ids, Connections connections) throws Unavailable {
        Pool<Connection> pool = connections.database();
        try (var lease = pool.borrow().orElseThrow(() -> new Unavailable(pool.exhausted()))) {
            try {
                var products = new ArrayList<Product>();
                for (int id : ids) products.add(Catalogue.product(lease.connection(), id));
                return products;
            } catch (SQLException failed) {
                lease.broken();
                throw failed;
            }
        } catch (Unavailable exhausted) {
            throw exhausted;
        } catch (Exception failed) {
            throw new Unavailable("the database failed: " + failed.getMessage());
        }
    }
}
