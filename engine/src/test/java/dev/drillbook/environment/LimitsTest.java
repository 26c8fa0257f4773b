package dev.drillbook.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.drillbook.runbook.Refused;
import dev.drillbook.runbook.Share;
import dev.drillbook.runbook.SignalProbe;
import dev.drillbook.runbook.Touched;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    @Test
    void where_nothing_is_said_everything_may_be_broken() {
        assertThatCode(() -> Limits.NONE.check(new Touched("Shell", "rm"))).doesNotThrowAnyException();
    }

    @Test
    void a_noun_that_is_not_named_is_refused() {
        Limits limits = new Limits(
                Set.of("Redis", "ConfigFile"), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThatCode(() -> limits.check(new Touched("Redis", "redis://cache:6379")))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> limits.check(new Touched("Shell", "rm")))
                .withMessageStartingWith("may-break allows only ConfigFile, Redis here, and not Shell rm: ");
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/shop/cache.yaml, true",
        "/etc/shop/a/b.yaml, true",
        "/etc/shopping/cache.yaml, false",
        "/var/etc/shop/cache.yaml, false",
        "redis://cache.staging:6379, true",
        "redis://cache.staging:63790, false",
        "redis://cacheXstaging:6379, false"
    })
    void a_target_is_allowed_where_a_pattern_fits_all_of_it(String target, boolean allowed) {
        Limits limits = new Limits(
                Set.of(),
                List.of("/etc/shop/*", "redis://cache.staging:6379"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        if (allowed)
            assertThatCode(() -> limits.check(new Touched("any", target))).doesNotThrowAnyException();
        else
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> limits.check(new Touched("any", target)))
                    .withMessageContaining("and not any " + target);
    }

    @Test
    void a_drill_is_to_stop_in_the_second_in_which_it_touched_more_users_than_it_may() {
        Limits limits =
                new Limits(Set.of(), List.of(), Optional.empty(), Optional.of(new Share(0.2)), Optional.empty());
        SignalProbe stop = limits.stop().orElseThrow();
        assertThat(stop.inWords()).isEqualTo("traffic.touched above 20 %");
        assertThat(stop.window()).isEqualTo(Duration.ofSeconds(1));
        assertThat(Limits.NONE.stop()).isEmpty();
    }

    @Test
    void more_faults_than_may_be_are_refused() {
        Limits limits = new Limits(Set.of(), List.of(), Optional.of(2), Optional.empty(), Optional.empty());
        assertThatCode(() -> limits.checkCount(2)).doesNotThrowAnyException();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> limits.checkCount(3))
                .withMessageContaining("allows 2 fault(s) at once here, and this runbook applies 3");
    }
}
