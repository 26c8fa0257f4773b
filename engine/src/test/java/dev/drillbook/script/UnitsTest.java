package dev.drillbook.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Share;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnitsTest {
    @Test
    void fractions_are_exact() {
        assertThat(Units.getMinutes(new BigDecimal("1.5"))).isEqualTo(Duration.ofSeconds(90));
        assertThat(Units.getSeconds(new BigDecimal("0.1"))).isEqualTo(Duration.ofMillis(100));
        assertThat(Units.getPercent(new BigDecimal("0.1"))).isEqualTo(new Share(0.001));
    }

    @Test
    void singular_and_plural_are_the_same() {
        assertThat(Units.getMinute(1)).isEqualTo(Units.getMinutes(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Units.getHour(1)).isEqualTo(Units.getHours(1)).isEqualTo(Duration.ofHours(1));
        assertThat(Units.getDay(1)).isEqualTo(Units.getDays(1)).isEqualTo(Duration.ofDays(1));
        assertThat(Units.getSecond(1)).isEqualTo(Units.getSeconds(1)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void what_no_clock_can_count_is_refused() {
        assertThatThrownBy(() -> Units.getSeconds(-1)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Units.getDays(Long.MAX_VALUE)).isInstanceOf(Invalid.class);
    }

    @Test
    void the_names_in_messages_are_all_units_that_there_are() {
        Stream<String> getters = Arrays.stream(Units.class.getDeclaredMethods())
                .map(Method::getName)
                .filter(name -> name.startsWith("get"))
                .map(name -> name.substring(3).toLowerCase());
        assertThat(getters)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Units.TIMES.stream(), Stream.of(Units.SHARE))
                        .toList());
    }

    @Test
    void the_signals_in_messages_are_all_signals_that_there_are() {
        assertThat(Arrays.stream(Traffic.class.getDeclaredMethods())
                        .map(method -> method.getName().substring(3).toLowerCase()))
                .containsExactlyInAnyOrderElementsOf(Traffic.SIGNALS);
    }
}
