package dev.drillbook.target;

import dev.drillbook.runbook.Undo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every noun, once: a script imports them, a ledger knows their undos by name, the {@code faults} page describes them,
 * and {@code FaultContract} holds each to its promises. Adding a noun: its class, its test, one line here.
 */
public final class Catalogue {
    private static final List<Noun> NOUNS = List.of(
            new Noun(
                    ConfigFile.class,
                    "sets keys of a properties, YAML or JSON file",
                    "ConfigFile.at(config).set('ttl-seconds': 86_400)",
                    Map.of("config file", ConfigFile.Restore.class)),
            new Noun(
                    Redis.class,
                    "changes settings of a running Redis",
                    "Redis.at(cache).config('maxmemory': '2mb')",
                    Map.of("redis config", Redis.Restore.class, "redis keys", RedisKeys.Removal.class)),
            new Noun(
                    Postgres.class,
                    "runs a statement",
                    "Postgres.at(database).run('DROP INDEX orders_day').undoneBy('CREATE INDEX orders_day ON orders (day)')",
                    Map.of("postgres statement", Postgres.Statement.class)),
            new Noun(
                    Shell.class,
                    "runs a command, for whatever no other noun can break",
                    "Shell.run('systemctl', 'stop', service).undoneBy('systemctl', 'start', service)",
                    Map.of("shell command", Shell.Command.class)),
            new Noun(
                    Http.class,
                    "asks a web server (a probe, no fault)",
                    "Http.at(shop).get('/health').answers(200)",
                    Map.of()));

    private Catalogue() {}

    /** The page about each noun, in the order in which a newcomer should meet them. */
    public static List<Noun> pages() {
        return NOUNS;
    }

    /** The classes that a runbook may name. */
    public static List<Class<?>> nouns() {
        return NOUNS.stream().<Class<?>>map(Noun::type).toList();
    }

    /** The undos by the name under which they are kept on disk. */
    public static Map<String, Class<? extends Undo>> undos() {
        Map<String, Class<? extends Undo>> undos = new LinkedHashMap<>();
        NOUNS.forEach(noun -> undos.putAll(noun.undos()));
        return undos;
    }

    /**
     * @param does what it does, to follow its name
     * @param example one line of a runbook
     * @param undos by the name under which they are kept on disk: never change one
     */
    public record Noun(Class<?> type, String does, String example, Map<String, Class<? extends Undo>> undos) {
        public Noun {
            undos = Map.copyOf(undos);
        }

        public String name() {
            return type.getSimpleName();
        }
    }
}
