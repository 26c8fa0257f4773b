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
}
