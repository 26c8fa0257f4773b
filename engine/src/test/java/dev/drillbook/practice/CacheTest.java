package dev.drillbook.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.runbook.DrillException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
    @TempDir
    Path root;

    private Cache cache;

    @BeforeEach
    void aCache() {
        cache = new Cache(root, told -> {});
    }

    @Test
    void a_folder_is_filled_once() {
        cache.folder("program-1", folder -> Files.writeString(folder.resolve("file"), "first"));
        Path again = cache.folder("program-1", folder -> Files.writeString(folder.resolve("file"), "second"));
        assertThat(again.resolve("file")).hasContent("first");
    }

    @Test
    void a_filling_that_fails_leaves_nothing_and_can_be_repeated() {
        assertThatThrownBy(() -> cache.folder("program-1", folder -> {
                    Files.writeString(folder.resolve("half"), "");
                    throw new IOException("no space left");
                }))
                .isInstanceOf(DrillException.class)
                .hasMessageContaining("no space left");
        assertThat(root).isEmptyDirectory();
        assertThat(cache.folder("program-1", folder -> {})).isEmptyDirectory();
    }

    @Test
    void of_two_that_fill_at_once_the_first_to_end_wins() {
        Path kept = cache.folder("program-1", slow -> {
            Files.writeString(slow.resolve("file"), "slow");
            cache.folder("program-1", quick -> Files.writeString(quick.resolve("file"), "quick"));
        });
        assertThat(kept.resolve("file")).hasContent("quick");
        assertThat(root).isDirectoryContaining(path -> path.endsWith("program-1"));
        assertThat(root.toFile().list()).hasSize(1);
    }
}
