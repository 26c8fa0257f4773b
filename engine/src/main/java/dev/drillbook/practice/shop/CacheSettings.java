package dev.drillbook.practice.shop;

import dev.drillbook.runbook.Invalid;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How a shop server uses its cache and its database: the content of its settings file, Java properties in UTF-8. Every
 * key must be there, so that a half-written file is never taken for a whole one; other keys are ignored.
 *
 * @param keyPrefix before the product's number in every cache key
 * @param ttl the longest life of a cached product; whole seconds
 * @param invalidation whether cached products live under the keys that are deleted when a price changes. When off, they
 *     live under keys of their own, {@code <key-prefix>unwatched:}, and only their lifetime ends them
 * @param poolSize cache connections
 * @param poolWait how long a page waits for a cache connection before it does without the cache
 * @param redisTimeout to connect, and for an answer
 * @param databasePoolSize database connections
 * @param databaseLine how many pages may wait for a database connection when one comes that found no cache connection;
 *     where more do it fails at once
 * @param databaseWait how long a page waits for a database connection before it fails
 */
record CacheSettings(
        String keyPrefix,
        Duration ttl,
        boolean invalidation,
        int poolSize,
        Duration poolWait,
        Duration redisTimeout,
        int databasePoolSize,
        int databaseLine,
        Duration databaseWait) {

    /** @throws Invalid naming the key, what was expected and what to write */
    static CacheSettings parse(String text) {
        var keys = new Keys(text);
        return new CacheSettings(
                keys.text("key-prefix"),
                Duration.ofSeconds(keys.number("ttl-seconds", 1, 31_536_000)),
                keys.onOrOff("invalidation"),
                keys.number("pool-size", 1, 1000),
                Duration.ofMillis(keys.number("pool-wait-ms", 0, 60_000)),
                Duration.ofMillis(keys.number("redis-timeout-ms", 1, 60_000)),
                keys.number("database-pool-size", 1, 100),
                keys.number("database-line", 0, 1000),
                Duration.ofMillis(keys.number("database-wait-ms", 0, 60_000)));
    }

    String key(int product) {
        return keyPrefix + (invalidation ? "" : "unwatched:") + product;
    }

    /** Of one entry: up to a tenth less than the longest, or all that were cached together would expire together. */
    long lifetimeSeconds() {
        return ttl.toSeconds() - ThreadLocalRandom.current().nextLong(ttl.toSeconds() / 10 + 1);
    }

    @Override
    public String toString() {
        return "key-prefix=" + keyPrefix + " ttl-seconds=" + ttl.toSeconds() + " invalidation="
                + (invalidation ? "on" : "off") + " pool-size=" + poolSize + " pool-wait-ms=" + poolWait.toMillis()
                + " redis-timeout-ms=" + redisTimeout.toMillis() + " database-pool-size=" + databasePoolSize
                + " database-line=" + databaseLine + " database-wait-ms=" + databaseWait.toMillis();
    }

    private static final class Keys {
        private final Properties properties = new Properties();

        Keys(String text) {
            try {
                properties.load(new StringReader(text));
            } catch (IOException | IllegalArgumentException malformed) {
                throw new Invalid("not a properties file: " + malformed.getMessage() + "; write key=value lines");
            }
        }

        String text(String key) {
            String value = properties.getProperty(key, "").strip();
            if (value.isEmpty()) throw new Invalid(key + " is missing; write " + key + "=VALUE");
            return value;
        }

        int number(String key, int least, int most) {
            String value = text(key);
            try {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) return number;
            } catch (NumberFormatException notANumber) {
                // told below
            }
            throw new Invalid(key + "=" + value + ": expected a whole number from " + least + " to " + most + "; write "
                    + key + "=" + least);
        }

        boolean onOrOff(String key) {
            String value = text(key);
            if (value.equals("on") || value.equals("off")) return value.equals("on");
            throw new Invalid(key + "=" + value + ": expected on or off; write " + key + "=on");
        }
    }
}
