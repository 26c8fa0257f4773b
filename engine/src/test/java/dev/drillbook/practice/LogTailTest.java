package dev.drillbook.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir
    Path folder;

    private Path log;

    @BeforeEach
    void aLog() throws Exception {
        log = Files.writeString(folder.resolve("a.log"), "");
    }

    @Test
    void the_last_lines_are_found_in_a_log_of_many_blocks() throws Exception {
        add(IntStream.range(0, 50_000).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining()));
        assertThat(LogTail.of(log, 2)).isEqualTo("line 49998\nline 49999\n");
    }

    @Test
    void a_short_log_is_shown_whole() throws Exception {
        add("one\ntwo\n");
        assertThat(LogTail.of(log, 20)).isEqualTo("one\ntwo\n");
        assertThat(LogTail.of(log, 0)).isEmpty();
    }

    @Test
    void words_that_a_dying_part_could_not_end_are_shown() throws Exception {
        add("one\nand th");
        assertThat(LogTail.of(log, 20)).isEqualTo("one\nand th");
    }

    @Test
    void following_shows_each_line_once_and_only_when_it_is_whole() throws Exception {
        add("one\ntwo\n");
        try (LogTail tail = new LogTail(log, 1)) {
            assertThat(tail.next()).isEqualTo("two\n");
            add("thr");
            assertThat(tail.next()).isEmpty();
            add("ee\nfour\n");
            assertThat(tail.next()).isEqualTo("three\nfour\n");
        }
    }

    private void add(String text) throws Exception {
        Files.writeString(log, text, StandardOpenOption.APPEND);
    }
}
