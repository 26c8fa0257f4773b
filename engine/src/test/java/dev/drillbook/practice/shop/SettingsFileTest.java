package dev.drillbook.practice.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.practice.part.Lines;
import dev.drillbook.runbook.Invalid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    Path folder;

    private final Lines lines = new Lines();
    private Path path;
    private SettingsFile file;

    @BeforeEach
    void written() throws Exception {
        path = Files.writeString(folder.resolve("cache.properties"), CacheSettingsTest.GOOD);
        file = new SettingsFile(path, lines.log());
    }

    @Test
    void a_change_counts_once_it_was_seen_twice() throws Exception {
        assertThat(file.changed()).isEmpty();
        Files.writeString(path, CacheSettingsTest.GOOD + "pool-size=1\n");
        assertThat(file.changed()).isEmpty();
        assertThat(file.changed()).contains(CacheSettingsTest.with("pool-size", "1"));
        assertThat(file.changed()).isEmpty();
    }

    @Test
    void a_writer_in_the_middle_of_a_number_is_left_to_finish() throws Exception {
        String whole = CacheSettingsTest.GOOD.replace("database-wait-ms=40", "database-wait-ms=400");
        Files.writeString(path, whole.substring(0, whole.length() - 3));
        assertThat(file.changed()).isEmpty();
        Files.writeString(path, whole);
        assertThat(file.changed()).isEmpty();
        assertThat(file.changed()).contains(CacheSettings.parse(whole));
    }

    @Test
    void an_invalid_file_is_logged_once_and_passed_over() throws Exception {
        Files.writeString(path, CacheSettingsTest.GOOD + "pool-size=none\n");
        for (int looks = 0; looks < 5; looks++) assertThat(file.changed()).isEmpty();
        assertThat(lines.all()).singleElement().asString().contains("cache.properties", "pool-size=none", "ERROR");
    }

    @Test
    void a_half_written_file_is_passed_over() throws Exception {
        Files.writeString(path, "key-prefix=sh");
        file.changed();
        assertThat(file.changed()).isEmpty();
    }

    @Test
    void a_file_renamed_onto_it_is_a_change_like_any_other() throws Exception {
        Path fresh = Files.writeString(folder.resolve("fresh"), CacheSettingsTest.GOOD + "ttl-seconds=5\n");
        Files.delete(path);
        assertThat(file.changed()).isEmpty();
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        file.changed();
        assertThat(file.changed()).contains(CacheSettingsTest.with("ttl-seconds", "5"));
        assertThat(lines.all()).isEmpty();
    }

    @Test
    void a_server_does_not_start_without_valid_settings() throws Exception {
        assertThatThrownBy(() -> new SettingsFile(folder.resolve("none"), lines.log()))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("none");
        Files.writeString(path, "");
        assertThatThrownBy(() -> new SettingsFile(path, lines.log()).atStart())
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("cache.properties: key-prefix is missing");
    }
}
