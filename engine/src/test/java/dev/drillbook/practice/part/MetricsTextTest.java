package dev.drillbook.practice.part;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTextTest {
    @Test
    void it_is_the_text_format_with_labels_escaped() {
        var text = new MetricsText().family("up", "gauge", "Whether it is up.").sample("up", 1, "name", "a\"b\\c\nd");
        assertThat(text).hasToString("# HELP up Whether it is up.\n# TYPE up gauge\nup{name=\"a\\\"b\\\\c\\nd\"} 1\n");
    }
}
