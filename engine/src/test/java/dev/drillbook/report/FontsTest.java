package dev.drillbook.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FontsTest {
    /** A hieroglyph: hardly any machine has it. */
    private static final int HIEROGLYPH = 0x13000;

    @TempDir
    Path place;

    @Test
    void latin_greek_and_cyrillic_need_no_other_font() {
        assertThat(Fonts.forText("Größe Ωμέγα Очередь – … ≥ →")).isEqualTo(new Fonts(List.of(), Set.of()));
    }

    @Test
    void a_font_of_this_machine_is_taken_when_it_has_the_letter() throws Exception {
        try (InputStream serif = getClass().getResourceAsStream("/liberation/LiberationSerif-Regular.ttf")) {
            Files.copy(serif, place.resolve("Serif.ttf"));
        }
        Files.writeString(place.resolve("Broken.ttf"), "no font");
        assertThat(Fonts.found(Set.of((int) 'ж', HIEROGLYPH), List.of(place, Path.of("/nowhere"))))
                .isEqualTo(new Fonts(List.of(place.resolve("Serif.ttf").toFile()), Set.of(HIEROGLYPH)));
    }

    @Test
    void a_letter_that_no_font_has_is_told() {
        assertThat(new Fonts(List.of(), Set.of(HIEROGLYPH)).warnings("postmortem.pdf"))
                .singleElement()
                .asString()
                .startsWith("postmortem.pdf: no font on this machine has " + Character.toString(HIEROGLYPH)
                        + " (1 letter)");
    }
}
