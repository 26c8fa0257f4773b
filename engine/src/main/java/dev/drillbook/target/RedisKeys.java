package dev.drillbook.target;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Refused;
import dev.drillbook.runbook.Residue;
import dev.drillbook.runbook.Touched;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Value;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToLongBiFunction;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/** Keys that a fault leaves behind. They are found with SCAN and removed with UNLINK, so that Redis never stands still. */
record RedisKeys(Value<URI> server, String pattern) implements Residue {
    private static final int AT_ONCE = 500;

    RedisKeys {
        if (pattern.replaceAll("[*?\\s]", "").isEmpty())
            throw new Invalid("Redis keys '" + pattern + "' are all keys: write a pattern such as 'shop-v2:*'");
    }

    @Override
    public String inWords() {
        return "keys " + pattern + " in Redis " + Address.inWords(server);
    }

    @Override
    public Touched touches(World world) {
        return Redis.touched(server, world);
    }

    @Override
    public Undo removal(World world) {
        RedisServer at = Redis.on(server, world);
        long there = at.ask(redis -> count(redis, pattern));
        if (there > 0)
            throw new Refused(at + " has " + there + " keys that match '" + pattern
                    + "' already, and removing them later would remove what is not the drill's: remove them first ("
                    + typedRemoval(at, pattern) + ") or choose another pattern");
        return new Removal(server, pattern);
    }

    record Removal(Value<URI> server, String pattern) implements Undo {
        @Override
        public String asTyped(World world) {
            return typedRemoval(Redis.on(server, world), pattern);
        }

        @Override
        public Payment pay(World world) {
            long removed = Redis.on(server, world)
                    .ask(redis -> eachPage(redis, pattern, (r, keys) -> r.unlink(keys.toArray(byte[][]::new))));
            return removed == 0
                    ? new Payment.AlreadyRight("no key matches " + pattern)
                    : new Payment.PutBack(removed + " keys " + pattern + " removed");
        }

        @Override
        public Verdict gone(World world) {
            return Asked.verdict(() -> {
                long left = Redis.on(server, world).ask(redis -> count(redis, pattern));
                return left == 0
                        ? new Verdict.Holds("no key matches " + pattern)
                        : new Verdict.Broken(left + " keys match " + pattern);
            });
        }

        @Override
        public boolean mayComeBack() {
            return true;
        }
    }

    private static String typedRemoval(RedisServer at, String pattern) {
        return at.login() + at.typed("--scan", "--pattern", pattern) + " | xargs -r -d '\\n' " + at.typed("unlink");
    }

    private static long count(Jedis redis, String pattern) {
        return eachPage(redis, pattern, (r, keys) -> keys.size());
    }

    private static long eachPage(Jedis redis, String pattern, ToLongBiFunction<Jedis, List<byte[]>> work) {
        ScanParams params =
                new ScanParams().match(pattern.getBytes(StandardCharsets.UTF_8)).count(AT_ONCE);
        long sum = 0;
        byte[] cursor = ScanParams.SCAN_POINTER_START_BINARY;
        do {
            ScanResult<byte[]> page = redis.scan(cursor, params);
            if (!page.getResult().isEmpty()) sum += work.applyAsLong(redis, page.getResult());
            cursor = page.getCursorAsBytes();
        } while (!java.util.Arrays.equals(cursor, ScanParams.SCAN_POINTER_START_BINARY));
        return sum;
    }
}
