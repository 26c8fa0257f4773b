package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShownTest {
    @Test
    void what_calls_people_calls_nobody() {
        assertThat(Shown.escaped("<!channel> <@U1> & <b>", 100))
                .isEqualTo("&lt;!channel&gt; &lt;@U1&gt; &amp; &lt;b&gt;");
    }

    @Test
    void what_is_too_long_ends_with_an_ellipsis_within_the_limit() {
        assertThat(Shown.escaped("x".repeat(4000), 3000)).hasSize(3000).endsWith("x…");
        assertThat(Shown.escaped("x".repeat(3000), 3000)).hasSize(3000).endsWith("x");
    }

    @Test
    void no_entity_and_no_character_is_cut_in_two() {
        assertThat(Shown.escaped("a<<<", 8)).isEqualTo("a&lt;…");
        assertThat(Shown.escaped("😀😀😀", 5)).isEqualTo("😀😀…");
        assertThat(Shown.escaped("a😀😀😀", 5)).isEqualTo("a😀…");
    }

    @Test
    void a_line_stays_one_and_keeps_its_direction_to_itself() {
        assertThat(Shown.escaped("one\ntwo\u202Eevil שלום", 100)).isEqualTo("one twoevil שלום");
    }

    @Test
    void lines_of_many_are_cut_as_one() {
        assertThat(Shown.lines(List.of("x".repeat(2000), "y".repeat(2000))).getText())
                .hasSize(3000)
                .contains("x\ny");
    }

    @Test
    void nothing_is_shown_as_a_dash() {
        assertThat(Shown.plain(" ", 10).getText()).isEqualTo("–");
    }
}
