package dev.drillbook.target;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The text of a configuration file, which is edited at a value's own place and never written anew, so that everything
 * else stays as it is. After each edit it is read again: an edit that touched any other value is refused.
 */
abstract class ConfigText {
    final String text;

    ConfigText(String text) {
        this.text = text;
    }

    /** @throws DrillException where the text is not of the kind that the file's ending says: line:column: what is wrong */
    static ConfigText of(String fileName, String text) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".properties")) return new PropertiesText(text);
        if (name.endsWith(".json")) return new JsonText(text);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) return new YamlText(text);
        throw new Invalid(fileName + ": of unknown kind; name a file that ends in .properties, .yaml, .yml or .json");
    }

    /** Where a value stands, and what it is. An absent value of a present key has an empty place. */
    record Place(int start, int end, String value) {}

    abstract ConfigText with(String newText);

    /** @throws DrillException when the key leads to something that is no single value */
    abstract Optional<Place> find(String key);

    /** All values, by their keys joined with dots. */
    abstract Map<String, String> values();

    /** A value in this language, in the style of what stands there, which is null for a new key. */
    abstract String write(Object value, String old);

    /** What must stand before a value that is written to this empty place. */
    abstract String lead(Place place);

    /** How many of the levels that lead to the key are there. */
    abstract int depth(String key);

    /** @param written the value in this language */
    abstract Edit insertion(String key, String written);

    abstract Edit removal(String key, int depth);

    /** What setting the key would change, if anything. */
    Optional<KeyChange> change(String key, Object value) {
        String set = asText(value);
        Optional<Place> place = find(key);
        if (place.isEmpty())
            return Optional.of(new KeyChange(key, null, null, set, write(value, null), "", depth(key)));
        Place there = place.get();
        if (there.value().equals(set)) return Optional.empty();
        String written = written(there);
        return Optional.of(
                new KeyChange(key, there.value(), written, set, write(value, written), lead(there), depth(key)));
    }

    ConfigText set(KeyChange change) {
        Edit edit = find(change.key())
                .map(place -> new Edit(place.start(), place.end(), lead(place) + change.writes()))
                .orElseGet(() -> insertion(change.key(), change.writes()));
        return edited(edit, change.key(), change.set());
    }

    ConfigText putBack(KeyChange change) {
        return edited(backward(change), change.key(), change.was());
    }

    /** How a key that has the fault's value gets its old one. */
    Edit backward(KeyChange change) {
        if (change.isAddition()) return removal(change.key(), change.depth());
        Place place = find(change.key()).orElseThrow();
        boolean led =
                text.startsWith(change.lead(), place.start() - change.lead().length());
        int start = led ? place.start() - change.lead().length() : place.start();
        return new Edit(start, place.end(), change.written());
    }

    String written(Place place) {
        return text.substring(place.start(), place.end());
    }

    private ConfigText edited(Edit edit, String key, String expected) {
        try {
            ConfigText after = with(edit.appliedTo(text));
            String value = after.find(key).map(Place::value).orElse(null);
            if (Objects.equals(value, expected) && others(after, key).equals(others(this, key))) return after;
        } catch (DrillException e) {
            // what we would write could not be read
        }
        throw new DrillException("key '" + key + "' cannot be changed without touching others: change it by hand");
    }

    private static Map<String, String> others(ConfigText of, String key) {
        Map<String, String> others = new HashMap<>(of.values());
        others.remove(key);
        return others;
    }

    static String asText(Object value) {
        return Words.text(value);
    }
}
