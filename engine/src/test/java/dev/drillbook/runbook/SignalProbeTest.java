package dev.drillbook.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignalProbeTest {
    private static final SignalProbe FAILS = new Signal<>("traffic.errors", Share.class).above(new Share(0.6));
    private static final double NOT_MEASURED = Double.NaN;

    @Test
    void one_that_must_last_judges_its_window_and_not_each_second() {
        assertThat(FAILS.lasting(Duration.ofSeconds(30)).probe().ask(new Measured(1, 1, 0.5, 1, 1)))
                .isEqualTo(new Verdict.Holds("90 %"));
    }

    @Test
    void one_that_must_last_judges_the_window_that_the_runbook_says() {
        assertThat(FAILS.over(Duration.ofSeconds(2))
                        .lasting(Duration.ofSeconds(30))
                        .probe()
                        .ask(new Measured(0, 0, 0, 1, 1)))
                .isEqualTo(new Verdict.Holds("100 %"));
    }

    @Test
    void a_value_close_to_the_limit_is_told_with_as_many_digits_as_tell_them_apart() {
        SignalProbe fine = new Signal<>("traffic.errors", Share.class).below(new Share(0.01));
        assertThat(fine.ask(new Measured(0.0096, 0.0096, 0.0096, 0.0096, 0.0096)))
                .isEqualTo(new Verdict.Holds("0.96 %"));
        assertThat(fine.ask(new Measured(0.010_000_4, 0.010_000_4, 0.010_000_4, 0.010_000_4, 0.010_000_4)))
                .isEqualTo(new Verdict.Broken("1.00004 %"));
        assertThat(fine.ask(new Measured(0.01, 0.01, 0.01, 0.01, 0.01))).isEqualTo(new Verdict.Broken("1 %"));
        assertThat(fine.ask(new Measured(0.104, 0.104, 0.104, 0.104, 0.104))).isEqualTo(new Verdict.Broken("10.4 %"));
    }

    @Test
    void a_second_that_was_not_measured_does_not_hide_the_others() {
        assertThat(FAILS.lasting(Duration.ofSeconds(5)).probe().ask(new Measured(1, 1, NOT_MEASURED, 1, 1)))
                .isEqualTo(new Verdict.Holds("100 %"));
    }

    @Test
    void it_may_have_to_last_for_longer_than_readings_are_kept() {
        assertThat(FAILS.lasting(Duration.ofMinutes(20)).probe().ask(new Measured(1, 1, 1, 1, 1)))
                .isEqualTo(new Verdict.Holds("100 %"));
    }

    /** @param values of the latest seconds */
    private record Measured(double... values) implements World {
        @Override
        public List<Reading> readings(Signal<?> signal, Duration trailing) {
            int from = Math.max(0, values.length - (int) trailing.toSeconds());
            return IntStream.range(from, values.length)
                    .mapToObj(second -> new Reading(Instant.ofEpochSecond(second), values[second]))
                    .toList();
        }

        @Override
        public <T> T resolve(Value<T> value) {
            throw new Invalid("no inputs here");
        }

        @Override
        public Optional<String> secretly(Value<?> value) {
            return Optional.empty();
        }
    }
}
