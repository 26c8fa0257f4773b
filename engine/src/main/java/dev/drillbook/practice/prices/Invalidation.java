package dev.drillbook.practice.prices;

import dev.drillbook.practice.part.Log;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Deletes what the cache holds of a product whose price changed: at once, and again a moment later, because a server
 * that read the old price just before may write it into the cache just after. A deletion that fails is repeated.
 */
final class Invalidation implements AutoCloseable {
    static final String PREFIX = "shop:";
    private static final Duration LATER = Duration.ofMillis(1200);

    private final URI cache;
    private final Log log;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private Jedis connection;

    Invalidation(URI cache, Log log) {
        this.cache = cache;
        this.log = log;
    }

    void changed(int product) {
        thread.execute(() -> delete(product));
        thread.schedule(() -> delete(product), LATER.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
        disconnect();
    }

    private void delete(int product) {
        try {
            if (connection == null) connection = new Jedis(cache);
            connection.del(PREFIX + product);
        } catch (JedisException failed) {
            log.error("invalidating product " + product + " failed, trying again: " + failed.getMessage());
            disconnect();
            thread.schedule(() -> delete(product), LATER.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void disconnect() {
        if (connection != null) connection.close();
        connection = null;
    }
}
