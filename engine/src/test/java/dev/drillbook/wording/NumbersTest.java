package dev.drillbook.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.timeline.Happening.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NumbersTest {
    @Test
    void shares_counts_and_decimals_read_the_same_in_every_locale() {
        assertThat(Numbers.share(0.364)).isEqualTo("36.4 %");
        assertThat(Numbers.count(11_204)).isEqualTo("11,204");
        assertThat(Numbers.decimal(1204.55)).isEqualTo("1,204.6");
        assertThat(Numbers.count(1, "hint", "hints")).isEqualTo("1 hint");
        assertThat(Numbers.count(0, "hint", "hints")).isEqualTo("0 hints");
    }

    @ParameterizedTest
    @EnumSource
    void every_ending_has_words(Ending ending) {
        assertThat(Endings.inWords(ending)).isNotBlank();
    }
}
