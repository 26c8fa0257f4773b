package dev.drillbook.target;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Which process answered at an address, and when: after a failover it is another one, and the one that was changed goes on
 * with its fault. From {@code INFO server}, see <a href="https://redis.io/docs/latest/commands/info/">INFO</a>.
 */
record RedisRun(String id, Instant seen) {
    /** Uptime comes in whole seconds, and clocks differ a little. */
    private static final int ROUGHLY = 3;

    private static final String ID = "run_id";
    private static final String UPTIME = "uptime_in_seconds";

    /** Empty where this user may not ask, or what answers like a Redis does not say. */
    static Optional<RedisRun> of(Jedis redis) {
        return info(redis).map(info -> new RedisRun(info.get(ID), Instant.now()));
    }

    /** Whether one answers now that ran already when this one was seen. One that was restarted since is no other. */
    boolean isAnother(Jedis redis) {
        return info(redis)
                .filter(info -> !id.equals(info.get(ID)))
                .map(info -> Instant.now().minusSeconds(Long.parseLong(info.get(UPTIME))))
                .filter(since -> since.isBefore(seen.minusSeconds(ROUGHLY)))
                .isPresent();
    }

    private static Optional<Map<String, String>> info(Jedis redis) {
        try {
            Map<String, String> info = redis.info("server")
                    .lines()
                    .filter(line -> line.contains(":"))
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf(':')),
                            line -> line.substring(line.indexOf(':') + 1).strip(),
                            (first, again) -> first));
            return Optional.of(info).filter(said -> said.keySet().containsAll(List.of(ID, UPTIME)));
        } catch (JedisDataException forbidden) {
            return Optional.empty();
        }
    }
}
