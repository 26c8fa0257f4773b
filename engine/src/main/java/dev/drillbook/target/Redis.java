package dev.drillbook.target;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Password;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Probe;
import dev.drillbook.runbook.Residue;
import dev.drillbook.runbook.Touched;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Value;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** A running Redis, version 4 or newer. Answers come within 7 s or not at all. */
public final class Redis {
    private final Value<URI> server;

    private Redis(Value<URI> server) {
        this.server = server;
    }

    public static Redis at(Value<URI> server) {
        return new Redis(server);
    }

    public static Redis at(String server) {
        return at(Address.literal("Redis", server));
    }

    /**
     * Changes settings with CONFIG SET: until the undo, or until that Redis restarts.
     *
     * @throws dev.drillbook.runbook.Invalid when one is a secret, or decides who may connect
     */
    public Fault config(Map<String, ?> settings) {
        Map<String, String> wanted = new LinkedHashMap<>();
        Words.settings("Redis setting", settings)
                .forEach((name, value) -> wanted.put(
                        name.toLowerCase(Locale.ROOT),
                        value instanceof Boolean yes ? yes ? "yes" : "no" : Words.text(value)));
        wanted.keySet().forEach(RedisEntrance::mustNotBe);
        return new Setting(server, wanted);
    }

    /** The keys that match a pattern such as {@code shop-v2:*}, as something that a fault leaves behind. */
    public Residue keys(String pattern) {
        return new RedisKeys(server, pattern);
    }

    /** Whether it answers. */
    public Probe ping() {
        return new Ping(server);
    }

    record Setting(Value<URI> server, Map<String, String> settings) implements Fault {
        @Override
        public String inWords() {
            return "set " + Words.pairs(settings) + " in Redis " + Address.inWords(server);
        }

        @Override
        public Touched touches(World world) {
            return touched(server, world);
        }

        @Override
        public void apply(World world) {
            on(server, world).ask(redis -> {
                settings.forEach((name, value) -> set(redis, name, value));
                return null;
            });
        }

        @Override
        public void apply(World world, Undo owed) {
            Restore restore = (Restore) owed;
            on(server, world).ask(restore.harm, redis -> {
                if (restore.isElsewhere(redis) || !restore.settings.equals(old(redis)))
                    throw new DrillException("Redis " + Address.inWords(server) + ": someone else changed it after it"
                            + " was read how to put it back: nothing was changed, start again");
                settings.forEach((name, value) -> set(redis, name, value));
                return null;
            });
        }

        @Override
        public Undo undo(World world) {
            String harm = "drillbook-harm-" + UUID.randomUUID();
            Restore restore = on(server, world)
                    .ask(redis ->
                            new Restore(server, old(redis), RedisRun.of(redis).orElse(null), harm));
            List<Old> old = restore.settings();
            if (old.isEmpty())
                throw new DrillException("Redis " + Address.inWords(server) + " has " + Words.pairs(settings)
                        + " already: the fault would change nothing; choose other values");
            for (Old setting : old) Words.mustBeNoSecret("Redis " + setting.name(), setting.was());
            return restore;
        }

        private List<Old> old(Jedis redis) {
            return settings.entrySet().stream()
                    .map(entry -> new Old(entry.getKey(), RedisServer.setting(redis, entry.getKey()), entry.getValue()))
                    .filter(setting -> !RedisValue.same(setting.name(), setting.was(), setting.set()))
                    .toList();
        }

        @Override
        public Verdict tookHold(World world) {
            return Asked.verdict(() -> on(server, world).ask(redis -> {
                List<String> others = settings.keySet().stream()
                        .filter(name -> !RedisValue.same(name, RedisServer.setting(redis, name), settings.get(name)))
                        .map(name -> now(redis, name))
                        .toList();
                return others.isEmpty()
                        ? new Verdict.Holds(Words.pairs(settings))
                        : new Verdict.Broken(String.join(", ", others));
            }));
        }
    }

    /** One setting: what it was before the fault, and what the fault set. */
    record Old(String name, String was, String set) {}

    /**
     * @param run the process that the fault changed; null where nobody may ask, and in older journals
     * @param harm the name of the connection in which the fault is applied; null in older journals
     */
    record Restore(Value<URI> server, List<Old> settings, RedisRun run, String harm) implements Undo {
        Restore {
            settings = List.copyOf(settings);
        }

        @Override
        public String asTyped(World world) {
            RedisServer at = on(server, world);
            return settings.stream()
                    .map(old -> at.typed("config", "set", old.name(), old.was()))
                    .collect(Collectors.joining(" && ", at.login(), ""));
        }

        @Override
        public Payment pay(World world) {
            return on(server, world).ask(redis -> {
                mustBeTheSame(redis);
                if (harm != null) RedisServer.end(redis, harm);
                Tally tally = new Tally();
                for (Old old : settings) pay(old, redis, tally);
                return tally.payment();
            });
        }

        private boolean isElsewhere(Jedis redis) {
            return run != null && run.isAnother(redis);
        }

        private void mustBeTheSame(Jedis redis) {
            if (isElsewhere(redis))
                throw new DrillException(
                        "another Redis answers at " + Address.inWords(server) + " than the one that was"
                                + " changed (run_id " + run.id() + "), which still has "
                                + settings.stream()
                                        .map(old -> old.name() + "=" + old.set())
                                        .collect(Collectors.joining(", "))
                                + ": put it back there, and write this off");
        }

        private static void pay(Old old, Jedis redis, Tally tally) {
            String value = RedisServer.setting(redis, old.name());
            if (RedisValue.same(old.name(), value, old.set())) {
                set(redis, old.name(), old.was());
                tally.putBack(old.name() + "=" + old.was());
            } else if (RedisValue.same(old.name(), value, old.was())) {
                tally.alreadyRight(old.name() + "=" + value);
            } else {
                tally.leftAlone(
                        now(redis, old.name()) + " was set by someone else (before the drill: " + old.was() + ")");
            }
        }

        @Override
        public Verdict gone(World world) {
            return Asked.verdict(() -> on(server, world).ask(redis -> {
                mustBeTheSame(redis);
                List<String> still = new ArrayList<>();
                for (Old old : settings)
                    if (RedisValue.same(old.name(), RedisServer.setting(redis, old.name()), old.set()))
                        still.add(now(redis, old.name()));
                if (!still.isEmpty()) return new Verdict.Broken("still " + String.join(", ", still));
                return new Verdict.Holds(
                        settings.stream().map(old -> now(redis, old.name())).collect(Collectors.joining(", ")));
            }));
        }
    }

    record Ping(Value<URI> server) implements Probe {
        @Override
        public String inWords() {
            return "Redis " + Address.inWords(server) + " answers";
        }

        @Override
        public Verdict ask(World world) {
            try {
                return new Verdict.Holds(on(server, world).askPlainly(Jedis::ping));
            } catch (JedisConnectionException e) {
                return new Verdict.Broken("no answer: " + Words.why(e));
            } catch (RuntimeException e) {
                return new Verdict.Unknown(Words.why(e));
            }
        }
    }

    static Touched touched(Value<URI> server, World world) {
        return new Touched("Redis", new Address(world.resolve(server)).shown());
    }

    static RedisServer on(Value<URI> server, World world) {
        return new RedisServer(world.resolve(server));
    }

    /** What Redis keeps otherwise than it was told could not be recognised later: it is put back at once. */
    private static void set(Jedis redis, String name, String value) {
        String before = RedisServer.setting(redis, name);
        redis.configSet(name, value);
        String after = RedisServer.setting(redis, name);
        if (RedisValue.same(name, after, value)) return;
        redis.configSet(name, before);
        throw new DrillException(
                "Redis turned " + name + "=" + value + " into '" + after + "': write it as Redis keeps it");
    }

    private static String now(Jedis redis, String name) {
        return name + "=" + Password.hidden(RedisServer.setting(redis, name));
    }
}
