package dev.drillbook.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Mistake;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryTest {
    @TempDir
    Path folder;

    @Test
    void it_lists_runbooks_and_the_mistakes_of_broken_ones_by_id() throws Exception {
        Library library = library();
        library.create("slow-checkout");
        Files.writeString(folder.resolve("broken.groovy"), "titel 'x'");
        Files.writeString(folder.resolve("README.md"), "no runbook");
        assertThat(library.entries()).extracting(Library.Entry::id).containsExactly("broken", "slow-checkout");
        assertThat(library.entries().get(0).mistakes())
                .extracting(Mistake::message)
                .contains("no word 'titel' here; did you mean 'title'?");
        assertThat(library.entries().get(1).runbook().orElseThrow().title()).isEqualTo("Slow checkout");
    }

    @Test
    void one_that_cannot_be_read_hides_no_other_ones_mistakes() throws Exception {
        Library library = library();
        Path bytes = Files.write(folder.resolve("bytes.groovy"), new byte[] {'\n', (byte) 0xff});
        Files.writeString(folder.resolve("long.groovy"), " ".repeat(2_000_000));
        assertThat(library.lint(bytes))
                .extracting(Mistake::inWords)
                .containsExactly(bytes + ":2:1: not UTF-8: save the file as UTF-8");
        assertThat(library.entries().get(1).mistakes())
                .extracting(Mistake::inWords)
                .containsExactly(folder.resolve("long.groovy") + ":1:1: is longer than a runbook can be: split it");
        assertThat(library.entries().get(0).mistakes()).isEqualTo(library.lint(bytes));
    }

    @Test
    void a_runbook_is_found_by_id_and_by_path() {
        Library library = library();
        Path file = library.create("slow-checkout");
        assertThat(library.load("slow-checkout").id()).isEqualTo("slow-checkout");
        assertThat(library.load(file.toString()).id()).isEqualTo("slow-checkout");
    }

    @Test
    void an_unknown_one_names_the_nearest() {
        Library library = library();
        library.create("slow-checkout");
        assertThatThrownBy(() -> library.load("slow-chekout"))
                .isInstanceOf(Invalid.class)
                .hasMessage("no runbook 'slow-chekout' in " + folder + "; did you mean 'slow-checkout'?");
        assertThatThrownBy(() -> library.load("else"))
                .hasMessage("no runbook 'else' in " + folder + ": there is slow-checkout");
        assertThatThrownBy(() -> library.load("somewhere/slow-chekout.groovy"))
                .hasMessageEndingWith("did you mean 'slow-checkout'?");
    }

    @Test
    void a_missing_folder_and_an_empty_one_say_what_to_do() {
        assertThatThrownBy(() -> new Library(folder.resolve("no"), Nouns.scripts()).entries())
                .isInstanceOf(Invalid.class)
                .hasMessage("no folder " + folder.resolve("no") + " with runbooks: start Drillbook beside it");
        assertThatThrownBy(() -> library().load("x")).hasMessageEndingWith("write one with drillbook new");
    }

    @Test
    void a_new_runbook_has_no_mistakes() {
        assertThat(Nouns.scripts().lint(library().create("größe-2"))).isEmpty();
    }

    @Test
    void a_new_runbook_never_replaces_one() throws Exception {
        Path file = library().create("slow-checkout");
        Files.writeString(file, "mine");
        assertThatThrownBy(() -> library().create("slow-checkout"))
                .isInstanceOf(Invalid.class)
                .hasMessage(file + " is there already: choose another name");
        assertThat(file).hasContent("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up", "a b", "", ".", "a.groovy", "-x", "a\\b"})
    void a_name_that_is_no_file_name_is_refused(String name) {
        assertThatThrownBy(() -> library().create(name))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("use letters, digits and -");
    }

    private Library library() {
        return new Library(folder, Nouns.scripts());
    }
}
