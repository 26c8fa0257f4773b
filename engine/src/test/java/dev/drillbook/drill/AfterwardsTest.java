package dev.drillbook.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.runbook.Probe;
import dev.drillbook.runbook.Signal;
import dev.drillbook.runbook.SignalProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AfterwardsTest {
    private static final SignalProbe USUAL = new Signal<>("traffic.p99", Duration.class).below(Duration.ofMillis(300));
    private static final Instant UNDONE = Instant.parse("2026-11-24T09:00:00.300Z");

    private final Afterwards afterwards = new Afterwards(List.of());

    @Test
    void before_anything_was_undone_whatever_was_seen_counts() {
        assertThat(afterwards.isSeen()).isTrue();
    }

    @Test
    void what_was_asked_before_does_not_count_however_late_it_comes() {
        afterwards.from(UNDONE, 1_000);
        afterwards.observed(999);
        afterwards.observed(1_000);
        assertThat(afterwards.isSeen()).isFalse();
        afterwards.observed(1_001);
        assertThat(afterwards.isSeen()).isTrue();
    }

    @Test
    void where_signals_are_measured_a_whole_second_of_them_must_have_begun_after_it() {
        afterwards.measured(UNDONE.minusMillis(300), 900);
        afterwards.from(UNDONE, 1_000);
        afterwards.measured(UNDONE.plusMillis(700), 1_700); // its first 300 ms were before
        afterwards.observed(1_800);
        assertThat(afterwards.isSeen()).isFalse();
        afterwards.measured(UNDONE.plusMillis(1_700), 2_700);
        afterwards.observed(2_650);
        assertThat(afterwards.isSeen()).isFalse();
        afterwards.observed(2_800);
        assertThat(afterwards.isSeen()).isTrue();
    }

    /** Four good seconds before an undo that makes it slow would hide a bad one after it. */
    @Test
    void most_of_what_a_probe_judges_must_be_from_after_it() {
        assertThat(secondsUntilSeen(USUAL)).isEqualTo(3);
        assertThat(secondsUntilSeen(USUAL, USUAL.over(Duration.ofSeconds(20)))).isEqualTo(11);
    }

    private static int secondsUntilSeen(Probe... probes) {
        Afterwards afterwards = new Afterwards(List.of(probes));
        afterwards.measured(UNDONE, 0);
        afterwards.from(UNDONE, 0);
        int seconds = 0;
        while (!afterwards.isSeen()) {
            afterwards.measured(UNDONE.plusSeconds(++seconds), seconds);
            afterwards.observed(seconds + 1);
        }
        return seconds;
    }
}
