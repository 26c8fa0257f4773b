package dev.drillbook.practice.shop;

import dev.drillbook.practice.part.Log;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
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
    final LongAdder hits = new LongAdder();
    final LongAdder misses = new LongAdder();
    final LongAdder fromCache = new LongAdder();
    final LongAdder fromDatabase = new LongAdder();

    PageBuilder(Log log) {
        this.log = log;
    }

    Page build(int category, List<Integer> products, Connections connections) throws Unavailable {
        Optional<Pool<Jedis>.Lease> lease = lease(connections.cache());
        if (lease.isEmpty()) return withoutCache(category, products, connections);
        try (var cache = lease.get()) {
            try {
                return readThrough(category, products, cache.connection(), connections);
            } catch (JedisException failed) {
                cache.broken();
                log.warn("category " + category + ": the cache failed, reading the database: " + failed.getMessage());
                return withoutCache(category, fromDatabase(products, connections, Pool::borrow));
            }
        }
    }

    Page withoutCache(int category, List<Integer> products, Connections connections) throws Unavailable {
        int line = connections.settings().databaseLine();
        return withoutCache(category, fromDatabase(products, connections, pool -> pool.borrow(line)));
    }

    private Page withoutCache(int category, List<Product> products) {
        fromDatabase.increment();
        return new Page(category, products, "database");
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
        var found = new HashMap<Integer, Product>();
        for (int id : ids) {
            String text = cache.get(settings.key(id));
            if (text != null) Product.fromCached(id, text).ifPresent(product -> found.put(id, product));
        }
        List<Integer> missing =
                ids.stream().filter(id -> !found.containsKey(id)).toList();
        if (!missing.isEmpty())
            for (Product product : fromDatabase(missing, connections, Pool::borrow)) {
                SetParams life = SetParams.setParams().ex(settings.lifetimeSeconds());
                cache.set(settings.key(product.id()), product.cached(), life);
                found.put(product.id(), product);
            }
        hits.add(found.size() - missing.size());
        misses.add(missing.size());
        fromCache.increment();
        String from = missing.isEmpty() ? "cache" : "cache," + missing.size() + "-missed";
        return new Page(category, ids.stream().map(found::get).toList(), from);
    }

    /**
     * How a page gets a database connection. One that holds a cache connection, and found a product missing or the cache
     * failing, waits its turn: there are no more of its kind than those. One that found no cache connection is turned
     * away from a full line, or a rush of them would pile up.
     */
    private interface Borrowing {
        Optional<Pool<Connection>.Lease> from(Pool<Connection> pool) throws Exception;
    }

    private static List<Product> fromDatabase(List<Integer> ids, Connections connections, Borrowing borrowing)
            throws Unavailable {
        Pool<Connection> pool = connections.database();
        try (var lease = borrowing.from(pool).orElseThrow(() -> new Unavailable(pool.exhausted()))) {
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
