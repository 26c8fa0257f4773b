package dev.drillbook.script;

import dev.drillbook.runbook.Change;
import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Literal;
import dev.drillbook.runbook.Probe;
import dev.drillbook.runbook.Residue;
import dev.drillbook.runbook.Source;
import dev.drillbook.runbook.Touched;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Value;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Nouns that say the same as the real ones and can be compared; whoever lets one act fails. */
public final class Nouns {
    static final List<Class<?>> ALL = List.of(ConfigFile.class, Redis.class, Http.class, Shell.class);

    static Scripts scripts() {
        return new Scripts(ALL, Duration.ofSeconds(3), Duration.ofMinutes(4));
    }

    /** The mistakes of a text as {@code line:column: message}. */
    static List<String> mistakes(String text) {
        return read(text).mistakes().stream()
                .map(mistake -> mistake.inWords().substring("trial.groovy:".length()))
                .toList();
    }

    static Scripts.Reading read(String text) {
        return scripts().read("trial", Source.of("trial.groovy", text));
    }

    private Nouns() {}

    public record ConfigFile(Value<Path> file) {
        public static ConfigFile at(Value<Path> file) {
            return new ConfigFile(file);
        }

        public static ConfigFile at(String file) {
            return at(new Literal<>(Path.class, Path.of(file)));
        }

        public Settings set(Map<String, ?> keys) {
            return new Settings(this, Map.copyOf(keys));
        }
    }

    public record Settings(ConfigFile file, Map<String, ?> keys) implements Fault, Acting {}

    public record Redis(Value<URI> server) {
        public static Redis at(Value<URI> server) {
            return new Redis(server);
        }

        public Residue keys(String pattern) {
            return new Keys(this, pattern);
        }
    }

    public record Keys(Redis server, String pattern) implements Residue {
        @Override
        public Touched touches(World world) {
            throw new AssertionError("a runbook acted");
        }

        @Override
        public String inWords() {
            return "keys " + pattern;
        }

        @Override
        public Undo removal(World world) {
            throw new AssertionError("a runbook acted");
        }
    }

    public record Http(Value<URI> server) {
        public static Http at(Value<URI> server) {
            return new Http(server);
        }

        public Get get(String path) {
            return new Get(this, path);
        }

        public record Get(Http server, String path) {
            public Answers answers(int status) {
                return new Answers(this, status);
            }
        }

        public record Answers(Get get, int status) implements Probe {
            @Override
            public String inWords() {
                return get.path + " answers " + status;
            }

            @Override
            public Verdict ask(World world) {
                throw new AssertionError("a runbook acted");
            }
        }
    }

    public static final class Shell {
        public static Harm run(Object... argv) {
            return new Harm(List.of(argv));
        }

        public record Harm(List<Object> argv) implements Change {
            public Undoable undoneBy(Object... undo) {
                return new Undoable(argv, List.of(undo));
            }

            @Override
            public String inWords() {
                return "run " + argv;
            }

            @Override
            public Touched touches(World world) {
                throw new AssertionError("a runbook acted");
            }

            @Override
            public void apply(World world) {
                throw new AssertionError("a runbook acted");
            }
        }

        public record Undoable(List<Object> argv, List<Object> undo) implements Fault, Acting {}
    }

    interface Acting extends Fault {
        @Override
        default String inWords() {
            return toString();
        }

        @Override
        default void apply(World world) {
            throw new AssertionError("a runbook acted");
        }

        @Override
        default Undo undo(World world) {
            throw new AssertionError("a runbook acted");
        }

        @Override
        default Touched touches(World world) {
            throw new AssertionError("a runbook acted");
        }

        @Override
        default Verdict tookHold(World world) {
            throw new AssertionError("a runbook acted");
        }
    }
}
