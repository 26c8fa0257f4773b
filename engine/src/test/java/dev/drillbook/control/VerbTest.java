package dev.drillbook.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VerbTest {
    @Test
    void what_needs_no_words_can_be_said_by_a_button() {
        assertThat(Arrays.stream(Verb.values()).filter(Verb::standsAlone).map(Verb::word))
                .containsExactly("ack", "detected", "investigating", "hint", "mitigated", "restored", "abort");
    }
}
