package dev.drillbook.practice.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.runbook.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheSettingsTest {
    static final String GOOD = """
            # the product cache
            key-prefix=shop:
            ttl-seconds=60
            invalidation=on
            pool-size=16
            pool-wait-ms=2
            redis-timeout-ms=500
            database-pool-size=2
            database-line=5
            database-wait-ms=40
            """;

    static CacheSettings good() {
        return CacheSettings.parse(GOOD);
    }

    static CacheSettings with(String key, String value) {
        return CacheSettings.parse(GOOD + key + "=" + value + "\n");
    }

    @Test
    void other_keys_and_comments_are_ignored() {
        assertThat(CacheSettings.parse(GOOD + "somebody.elses=1\n# bye")).isEqualTo(good());
    }

    @Test
    void a_prefix_may_have_any_letter() {
        assertThat(with("key-prefix", "größe:").key(42)).isEqualTo("größe:42");
    }

    @Test
    void without_invalidation_the_keys_are_ones_that_nobody_deletes() {
        assertThat(with("invalidation", "off").key(42)).isEqualTo("shop:unwatched:42");
    }

    @Test
    void every_key_must_be_there() {
        for (String line : GOOD.lines().filter(line -> line.contains("=")).toList())
            assertThatThrownBy(() -> CacheSettings.parse(GOOD.replace(line + "\n", "")))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining(line.split("=")[0] + " is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "pool-size, 0",
        "pool-size, 1001",
        "pool-size, many",
        "ttl-seconds, 0",
        "pool-wait-ms, -1",
        "database-pool-size, 2.5",
        "invalidation, maybe",
        "key-prefix, ''"
    })
    void a_value_out_of_range_is_named(String key, String value) {
        assertThatThrownBy(() -> with(key, value)).isInstanceOf(Invalid.class).hasMessageStartingWith(key);
    }

    @Test
    void what_it_prints_is_what_its_file_says() {
        assertThat(good().toString().split(" "))
                .allSatisfy(pair -> assertThat(GOOD).contains(pair));
    }
}
