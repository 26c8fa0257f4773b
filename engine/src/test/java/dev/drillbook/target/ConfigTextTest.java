package dev.drillbook.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.runbook.DrillException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Random texts, random changes: others' values never move, and putting back gives the identical text. */
class ConfigTextTest {
    private static final int TEXTS = 500;
    private static final long BASE = Long.getLong("seed", System.nanoTime());

    static LongStream seed() {
        return LongStream.of(BASE); // printed with the test's name
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seed")
    void properties_come_back_as_they_were(long seed) {
        everyText(seed, ".properties", RandomText::properties, ConfigTextTest::readProperties);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seed")
    void json_comes_back_as_it_was(long seed) {
        everyText(seed, ".json", RandomText::json, ConfigTextTest::readJson);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seed")
    void yaml_comes_back_as_it_was(long seed) {
        everyText(seed, ".yaml", RandomText::yaml, ConfigTextTest::readYaml);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b.c", "k:y", "k=y", "k y", "schön", "tailed"})
    void keys_of_properties_are_read_as_java_reads_them(String key) {
        for (int i = 0; i < TEXTS; i++) {
            String text = new RandomText(BASE + i).properties();
            String found = ConfigText.of(".properties", text)
                    .find(key)
                    .map(ConfigText.Place::value)
                    .orElse(null);
            assertThat(found)
                    .as("seed %d: %s", BASE + i, text)
                    .isEqualTo(readProperties(text).get(key));
        }
    }

    private static void everyText(
            long seed,
            String ending,
            Function<RandomText, String> write,
            Function<String, Map<String, String>> reader) {
        int changed = 0;
        for (int i = 0; i < TEXTS; i++) {
            RandomText random = new RandomText(seed + i);
            String text = write.apply(random);
            try {
                changed += there_and_back(random, ending, text, reader);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("-Dseed=" + (seed + i) + " of\n" + text, e);
            }
        }
        assertThat(changed).as("changes of %d texts", TEXTS).isGreaterThan(TEXTS * 3 / 2);
    }

    private static int there_and_back(
            RandomText random, String ending, String text, Function<String, Map<String, String>> reader) {
        Map<String, String> before = reader.apply(text);
        ConfigText was = ConfigText.of(ending, text);
        ConfigText now = was;
        Map<String, KeyChange> changes = new HashMap<>();
        for (int i = 0; i < 3; i++) {
            List<String> keys = new ArrayList<>(before.keySet());
            keys.add("new" + i);
            if (!ending.equals(".properties")) keys.add("fresh.er" + i);
            String key = random.pick(keys);
            Object value = random.value();
            if (changes.containsKey(key) || !settable(was, key)) continue;
            Optional<KeyChange> change = was.change(key, value);
            if (change.isEmpty()) continue;
            now = now.change(key, value).map(now::set).orElseThrow();
            changes.put(key, change.get());
            Map<String, String> expected = new HashMap<>(before);
            changes.values().forEach(c -> expected.put(c.key(), c.set()));
            assertThat(reader.apply(now.text)).as(now.text).isEqualTo(expected);
        }
        List<KeyChange> back = new ArrayList<>(changes.values());
        for (KeyChange change : back) now = now.putBack(change);
        assertThat(now.text).isEqualTo(text);
        return changes.size();
    }

    private static boolean settable(ConfigText text, String key) {
        try {
            text.find(key);
            return true;
        } catch (DrillException e) {
            return false;
        }
    }

    private static Map<String, String> readProperties(String text) {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(text));
            Map<String, String> read = new HashMap<>();
            properties.stringPropertyNames().forEach(key -> read.put(key, properties.getProperty(key)));
            return read;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> readJson(String text) {
        Map<String, String> read = new HashMap<>();
        flatten("", JSON.readValue(text, Object.class), read);
        return read;
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static Map<String, String> readYaml(String text) {
        Map<String, String> read = new HashMap<>();
        flatten("", new Load(LoadSettings.builder().build()).loadFromString(text), read);
        return read;
    }

    private static void flatten(String prefix, Object value, Map<String, String> into) {
        if (value instanceof Map<?, ?> map) map.forEach((key, inner) -> flatten(prefix + "." + key, inner, into));
        else if (value instanceof List<?> list)
            for (int i = 0; i < list.size(); i++) flatten(prefix + "." + i, list.get(i), into);
        else into.put(prefix.isEmpty() ? "" : prefix.substring(1), String.valueOf(value));
    }
}
