package dev.drillbook.target;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Literal;
import dev.drillbook.runbook.Password;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Touched;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Value;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A configuration file: properties, YAML or JSON, by its ending. It is edited at the place of each value: comments, order,
 * quotes, line endings, owner, mode, access list and symbolic links stay, and so does what a person changes meanwhile.
 */
public final class ConfigFile {
    private static final int TRIES = 5;

    private final Value<Path> file;

    private ConfigFile(Value<Path> file) {
        this.file = file;
    }

    public static ConfigFile at(Value<Path> file) {
        return new ConfigFile(file);
    }

    public static ConfigFile at(String file) {
        if (!Path.of(file).isAbsolute())
            throw new Invalid("ConfigFile: '" + file + "' is relative, and whoever puts it back may stand elsewhere:"
                    + " write the whole path, such as /etc/shop/cache.properties");
        return at(new Literal<>(Path.class, Path.of(file)));
    }

    /**
     * Sets keys to texts, numbers or booleans; an absent key is added. In YAML and JSON a dot leads to a nested key.
     *
     * @throws dev.drillbook.runbook.Invalid when a value is anything else
     */
    public Fault set(Map<String, ?> keys) {
        return new Setting(file, Words.settings("ConfigFile", keys));
    }

    record Setting(Value<Path> file, Map<String, Object> keys) implements Fault {
        @Override
        public String inWords() {
            return "set " + Words.keys(keys) + " in " + file.inWords();
        }

        @Override
        public Touched touches(World world) {
            return new Touched("ConfigFile", TextFile.real(world.resolve(file)).toString());
        }

        @Override
        public void apply(World world) {
            edit(world.resolve(file), world.resolve(file), this::set);
        }

        @Override
        public void apply(World world, Undo owed) {
            Restore restore = (Restore) owed;
            Path named = world.resolve(file);
            edit(Path.of(restore.real), named, text -> {
                if (!restore.remembers(changes(text), TextFile.real(named)))
                    throw new DrillException("someone else changed it after it was read how to put it back:"
                            + " nothing was changed, start again");
                return set(text);
            });
        }

        private ConfigText set(ConfigText text) {
            ConfigText now = text;
            for (Map.Entry<String, Object> key : keys.entrySet())
                now = now.change(key.getKey(), key.getValue()).map(now::set).orElse(now);
            return now;
        }

        @Override
        public Undo undo(World world) {
            Path path = world.resolve(file);
            List<KeyChange> changes = read(path, path, this::changes);
            if (changes.isEmpty())
                throw new DrillException(path + " has " + Words.pairs(keys)
                        + " already: the fault would change nothing; choose other values");
            for (KeyChange change : changes) Words.mustBeNoSecret(path + " " + change.key(), change.was());
            return new Restore(file, changes, TextFile.real(path).toString());
        }

        private List<KeyChange> changes(ConfigText text) {
            set(text); // what could not be written must be known before the drill owes anything
            return keys.entrySet().stream()
                    .map(key -> text.change(key.getKey(), key.getValue()))
                    .flatMap(Optional::stream)
                    .toList();
        }

        @Override
        public Verdict tookHold(World world) {
            return Asked.verdict(() -> read(world.resolve(file), world.resolve(file), text -> {
                List<String> others = new ArrayList<>();
                keys.forEach((key, value) -> text.change(key, value).ifPresent(other -> others.add(now(key, text))));
                return others.isEmpty()
                        ? new Verdict.Holds(Words.pairs(keys))
                        : new Verdict.Broken(String.join(", ", others));
            }));
        }
    }

    /** @param real the file that is changed, where a link led to; the link may lead elsewhere by then. Null in an old journal */
    record Restore(Value<Path> file, List<KeyChange> keys, String real) implements Undo {
        Restore {
            keys = List.copyOf(keys);
        }

        /** Whether a fault that is about to change this would change just what is put back here. */
        private boolean remembers(List<KeyChange> changes, Path changed) {
            return changed.toString().equals(real) && found(changes).equals(found(keys));
        }

        private static List<?> found(List<KeyChange> changes) {
            return changes.stream().map(KeyChange::found).toList();
        }

        @Override
        public String asTyped(World world) {
            return places(world).stream()
                    .map(path -> TypedEdit.of(path, world.resolve(file), keys))
                    .collect(Collectors.joining(" && "));
        }

        /**
         * The file that was changed and, where another is in service by now, that one too: it may be a copy of the first.
         * One that is gone took the fault with it; one that cannot be looked at did not.
         */
        private List<Path> places(World world) {
            Path named = world.resolve(file);
            if (real == null || Files.notExists(Path.of(real))) return List.of(named);
            boolean isOne = TextFile.real(named).equals(Path.of(real)) || Files.notExists(named);
            return isOne ? List.of(Path.of(real)) : List.of(Path.of(real), named);
        }

        @Override
        public Payment pay(World world) {
            Tally tally = new Tally();
            for (Path place : places(world)) tally.add(putBack(place, world.resolve(file)));
            return tally.payment();
        }

        private Tally putBack(Path place, Path named) {
            Tally[] tally = new Tally[1];
            edit(place, named, text -> {
                tally[0] = new Tally();
                ConfigText now = text;
                for (KeyChange key : keys) now = putBack(key, now, tally[0]);
                return now;
            });
            return tally[0];
        }

        private static ConfigText putBack(KeyChange key, ConfigText text, Tally tally) {
            String value = value(key.key(), text);
            if (key.set().equals(value)) {
                tally.putBack(key.isAddition() ? key.key() + " removed" : key.key() + "=" + key.was());
                return text.putBack(key);
            }
            boolean right = key.isAddition() ? value == null : key.was().equals(value);
            if (right) tally.alreadyRight(now(key.key(), text));
            else
                tally.leftAlone(now(key.key(), text) + " was set by someone else (before the drill: "
                        + (key.isAddition() ? "absent" : key.was()) + ")");
            return text;
        }

        @Override
        public Verdict gone(World world) {
            return Asked.verdict(() -> {
                List<Verdict> seen = places(world).stream()
                        .map(place -> goneFrom(place, world.resolve(file)))
                        .toList();
                return seen.stream()
                        .filter(verdict -> !verdict.holds())
                        .findFirst()
                        .orElse(seen.get(0));
            });
        }

        private Verdict goneFrom(Path place, Path named) {
            return read(place, named, text -> {
                List<String> still = keys.stream()
                        .filter(key -> key.set().equals(value(key.key(), text)))
                        .map(key -> now(key.key(), text))
                        .toList();
                return still.isEmpty()
                        ? new Verdict.Holds(String.join(
                                ", ",
                                keys.stream().map(key -> now(key.key(), text)).toList()))
                        : new Verdict.Broken("still " + String.join(", ", still));
            });
        }
    }

    private static String value(String key, ConfigText text) {
        return text.find(key).map(ConfigText.Place::value).orElse(null);
    }

    /** As it may be shown: whoever set it meanwhile may have written a password there. */
    private static String now(String key, ConfigText text) {
        return text.find(key)
                .map(place -> key + "=" + Password.hidden(place.value()))
                .orElse(key + " absent");
    }

    /**
     * Where someone else writes at the same time, we look again: both changes count.
     *
     * @param named whose ending says what it is; the file that a link led to may have another
     */
    private static void edit(Path path, Path named, Function<ConfigText, ConfigText> change) {
        for (int left = TRIES; ; left--) {
            TextFile file = TextFile.read(path, named);
            String after = in(file, change).text;
            try {
                if (after.equals(file.text())) Rewrite.tidyUp(file.real());
                else file.write(after);
                return;
            } catch (ConcurrentModificationException e) {
                if (left == 1)
                    throw new DrillException(path + " is being changed by someone else all the time: try again", e);
            }
        }
    }

    private static <T> T read(Path path, Path named, Function<ConfigText, T> question) {
        return in(TextFile.read(path, named), question);
    }

    /** What goes wrong inside the text is told with the file's name before it. */
    private static <T> T in(TextFile file, Function<ConfigText, T> question) {
        try {
            return question.apply(ConfigText.of(file.kind().toString(), file.text()));
        } catch (Invalid e) {
            throw e;
        } catch (DrillException e) {
            throw new DrillException(
                    file.named() + ":" + (e.getMessage().matches("\\d.*") ? "" : " ") + e.getMessage(), e);
        }
    }
}
