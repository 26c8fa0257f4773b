package dev.drillbook.target;

import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Literal;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Value;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A configuration file: properties, YAML or JSON, by its ending. */
public final class ConfigFile {
    private final Value<Path> file;

    private ConfigFile(Value<Path> file) {
        this.file = file;
    }

    public static ConfigFile at(Value<Path> file) {
        return new ConfigFile(file);
    }

    public static ConfigFile at(String file) {
        return at(new Literal<>(Path.class, Path.of(file)));
    }

    /** Sets keys to texts, numbers or booleans; in YAML and JSON a dot leads to a nested key. */
    public Fault set(Map<String, ?> keys) {
        throw new UnsupportedOperationException();
    }

    record Restore(Value<Path> file, List<String> keys) implements Undo {
        @Override
        public String asTyped(World world) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Payment pay(World world) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Verdict gone(World world) {
            throw new UnsupportedOperationException();
        }
    }
}
