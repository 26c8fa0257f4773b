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

    @Test
    void an_amount_below_one_has_two_digits_that_count() {
        assertThat(Numbers.amount(0.0333)).isEqualTo("0.033");
        assertThat(Numbers.amount(0)).isEqualTo("0.0");
        assertThat(Numbers.amount(1204.46)).isEqualTo("1,204.5");
    }
}
