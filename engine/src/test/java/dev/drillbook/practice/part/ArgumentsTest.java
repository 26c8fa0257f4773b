package dev.drillbook.practice.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.runbook.Invalid;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void an_option_may_come_often_and_a_flag_has_no_value() {
        var given = Arguments.of("--shop", "a=1", "--no-alerts", "--shop", "b=2", "--port", "80");
        assertThat(given.named("shop")).containsEntry("a", "1").containsEntry("b", "2");
        assertThat(given.has("no-alerts")).isTrue();
        assertThat(given.port()).isEqualTo(80);
    }

    @Test
    void what_is_missing_or_wrong_is_named() {
        assertThatThrownBy(() -> Arguments.of().one("name"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("--name VALUE");
        assertThatThrownBy(() -> Arguments.of("--port", "80x").port()).hasMessageContaining("--port 80x");
        assertThatThrownBy(() -> Arguments.of("--port", "65536").port()).hasMessageContaining("65535");
        assertThatThrownBy(() -> Arguments.of("port")).hasMessageContaining("'port'");
        assertThatThrownBy(() -> Arguments.of("--server", "=x").named("server")).hasMessageContaining("--server =x");
    }
}
