package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    @ValueSource(strings = {"a < b && b > c", "&lt;", "<!here>", "שלום <b>", "🔥 & 🚒", ""})
    void a_text_comes_back_as_it_was_typed(String typed) {
        assertThat(SlackText.plain(SlackText.escaped(typed))).isEqualTo(typed);
    }
}
