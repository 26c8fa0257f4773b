package dev.drillbook.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvgTest {
    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0.001,0",
        "12,12",
        "12.5,12.5",
        "12.05,12.05",
        "-0.5,-0.5",
        "-12.34,-12.34",
        "0.999,1",
        "1e6,1000000"
    })
    void numbers_are_rounded_to_hundredths_and_short(double value, String text) {
        assertThat(Svg.number(value)).isEqualTo(text);
    }

    @Test
    void what_xml_cannot_hold_is_replaced() {
        assertThat(Svg.escaped("a\u0000\uD800<&'\">b")).isEqualTo("a\uFFFD\uFFFD&lt;&amp;&#39;&quot;&gt;b");
    }

    @Test
    void words_are_as_wide_as_was_counted_on_whatever_the_font() {
        Svg svg = new Svg();
        svg.words(700, 20, 10, "end")
                .say(Paint.TEXT, true, "Errors")
                .say(Paint.TEXT, " 300 ms")
                .end();
        double errors = Typeface.BOLD.width("Errors", 10), words = Typeface.REGULAR.width(" 300 ms", 10);
        double space = Typeface.REGULAR.width(" ", 10);
        assertThat(svg.toString().lines())
                .satisfiesExactly(
                        bold -> assertThat(bold)
                                .startsWith(text(700 - words - errors, errors))
                                .endsWith(">Errors</text>"),
                        plain -> assertThat(plain)
                                .startsWith(text(700 - words + space, words - space))
                                .endsWith(">300 ms</text>"));
    }

    private static String text(double x, double width) {
        return "<text x='" + Svg.number(x) + "' y='20' font-size='10' textLength='" + Svg.number(width) + "'";
    }

    @Test
    void words_in_letters_of_another_font_keep_their_own_width() {
        Svg svg = new Svg();
        svg.words(5, 20, 10, "start").say(Paint.TEXT, "キャッシュ").end();
        assertThat(svg.toString()).contains("キャッシュ").doesNotContain("textLength");
    }
}
