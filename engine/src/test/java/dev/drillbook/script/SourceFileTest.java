package dev.drillbook.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.drillbook.runbook.Beat;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Mistake;
import dev.drillbook.runbook.Runbook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {
    private static final String TEXT = """
            title 'Größe 東京'
            severity 2
            story '''
                One.
                  Two.
            '''
            steadyState traffic.errors.below(1.percent)
            after 1.minute inject 'Zoë', 'Wie groß? 🚨'
            """;

    @TempDir
    Path folder;

    private final Scripts scripts = Nouns.scripts();

    @Test
    void a_byte_order_mark_and_windows_line_ends_change_nothing_but_the_hash() throws Exception {
        byte[] bytes = ("\uFEFF" + TEXT.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
        Runbook runbook = scripts.load(Files.write(folder.resolve("größe-東京.groovy"), bytes));
        assertThat(runbook.id()).isEqualTo("größe-東京");
        assertThat(runbook.title()).isEqualTo("Größe 東京");
        assertThat(runbook.story()).isEqualTo("One.\n  Two.");
        assertThat(((Beat.Send) runbook.beats().get(0)).inject().text()).isEqualTo("Wie groß? 🚨");
        assertThat(runbook.beats().get(0).line()).isEqualTo(8);
        assertThat(runbook.source().sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }

    @Test
    void mistakes_name_the_file_as_the_caller_did() throws Exception {
        Path file = Files.writeString(folder.resolve("a.groovy"), TEXT + "holdFor 20");
        assertThatThrownBy(() -> scripts.load(file))
                .isInstanceOf(Invalid.class)
                .hasMessage(file + ":9:1: holdFor wants a time, and 20 has no unit: write 20.seconds");
    }

    @Test
    void an_empty_file_says_how_to_begin() throws Exception {
        Path file = Files.writeString(folder.resolve("a.groovy"), " \n");
        assertThat(scripts.lint(file))
                .containsExactly(new Mistake(
                        file.toString(), 1, 1, "the file is empty: drillbook new writes one to start from"));
    }

    @Test
    void a_file_that_is_not_utf8_says_where() throws Exception {
        Path file = Files.write(
                folder.resolve("a.groovy"), "title 'a'\ntags 'gr\u00f6\u00dfe'".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> scripts.load(file))
                .isInstanceOf(Invalid.class)
                .hasMessage(file + ":2:1: not UTF-8: save the file as UTF-8");
    }

    @Test
    void a_missing_file_a_folder_and_another_ending_are_told_apart() throws Exception {
        assertThatThrownBy(() -> scripts.lint(folder.resolve("no.groovy")))
                .isInstanceOf(Invalid.class)
                .hasMessage("no file " + folder.resolve("no.groovy") + ": drillbook list shows the runbooks");
        assertThatThrownBy(() -> scripts.lint(folder))
                .isInstanceOf(Invalid.class)
                .hasMessage(folder + " is a folder: name a runbook in it");
        assertThatThrownBy(() -> scripts.lint(Files.writeString(folder.resolve("a.txt"), TEXT)))
                .isInstanceOf(Invalid.class)
                .hasMessage(folder.resolve("a.txt") + " is no runbook: the name of one ends in .groovy");
    }

    @Test
    void an_unreadable_file_says_so() throws Exception {
        Path file = Files.writeString(folder.resolve("a.groovy"), TEXT);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(file)).as("root reads everything").isFalse();
        assertThatThrownBy(() -> scripts.lint(file)).isInstanceOf(Invalid.class).hasMessageContaining("cannot be read");
    }

    @Test
    void a_file_of_a_megabyte_is_no_runbook() throws Exception {
        Path file = Files.writeString(folder.resolve("a.groovy"), TEXT + "//" + "x".repeat(1_000_000));
        assertThatThrownBy(() -> scripts.lint(file)).isInstanceOf(Invalid.class).hasMessageContaining("split it");
    }
}
