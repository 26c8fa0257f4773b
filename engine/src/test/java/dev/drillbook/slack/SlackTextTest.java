package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackTextTest {
    @Test
    void what_would_call_everybody_calls_nobody() {
        assertThat(SlackText.escaped("<!channel> and <@U024BE7LH>"))
                .isEqualTo("&lt;!channel&gt; and &lt;@U024BE7LH&gt;");
    }

    @Test
    void an_entity_that_a_person_typed_stays_one() {
        assertThat(SlackText.plain("write &amp;lt; for &lt;")).isEqualTo("write &lt; for <");
    }

    @ParameterizedTest
    @CsvSource({"4000, 4000", "4001, 4001", "9000, 4001"})
    void an_answer_is_cut_and_says_so_above_four_thousand_characters(int typed, int shown) {
        assertThat(SlackText.shown("a".repeat(typed))).hasSize(shown).endsWith(typed > 4_000 ? "a…" : "aa");
    }

    @Test
    void an_answer_is_not_cut_in_the_middle_of_a_character() {
        assertThat(SlackText.shown("a" + "🔥".repeat(2_000))).isEqualTo("a" + "🔥".repeat(1_999) + "…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a < b && b > c", "&lt;", "<!here>", "שלום <b>", "🔥 & 🚒", ""})
    void a_text_comes_back_as_it_was_typed(String typed) {
        assertThat(SlackText.plain(SlackText.escaped(typed))).isEqualTo(typed);
    }
}
