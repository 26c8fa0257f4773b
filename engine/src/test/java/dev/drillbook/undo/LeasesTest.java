package dev.drillbook.undo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.timeline.TimelineBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeasesTest {
    private static final Timeline LIVE = TimelineBuilder.aTimeline().applies().build();
    private static final Duration LEASE =
            LIVE.brief().timeLimit().plus(LIVE.brief().holdFor());

    private final Leases leases = new Leases();

    @Test
    void a_fault_may_live_for_the_time_limit_and_some_grace() {
        assertThat(isOver(LIVE, Duration.ZERO)).isFalse();
        assertThat(isOver(LIVE, LEASE.plusSeconds(59))).isFalse();
        assertThat(isOver(LIVE, LEASE.plusSeconds(61))).isTrue();
    }

    @Test
    void a_later_fault_lives_no_longer_than_the_drill_may() {
        Timeline none = TimelineBuilder.aTimeline().says(new Happening.Began()).build();
        assertThat(isOver(none, Duration.ZERO)).isFalse();
        assertThat(isOver(none, LEASE.plusSeconds(61))).isFalse();
        assertThat(isOver(LIVE, LEASE.plusSeconds(59))).isFalse();
        assertThat(isOver(LIVE, LEASE.plusSeconds(61))).isTrue();
    }

    @Test
    void an_engine_that_pays_is_given_the_time_that_payback_may_take() {
        Timeline paying = TimelineBuilder.aTimeline()
                .applies()
                .says(new Happening.PaybackBegan(Ending.TIME_LIMIT))
                .build();
        assertThat(isOver(LIVE, Duration.ZERO)).isFalse();
        assertThat(isOver(paying, LEASE)).isFalse();
        assertThat(isOver(paying, LEASE.plusSeconds(61))).isFalse();
        assertThat(isOver(paying, LEASE.plusSeconds(121))).isTrue();
    }

    @Test
    void what_the_engine_could_not_pay_and_told_is_no_reason_to_end_it() {
        Timeline told = TimelineBuilder.aTimeline()
                .applies()
                .says(new Happening.StaysOwed(1, "no answer"))
                .build();
        assertThat(isOver(told, Duration.ZERO)).isFalse();
        assertThat(isOver(told, LEASE.multipliedBy(9))).isFalse();
    }

    private boolean isOver(Timeline timeline, Duration after) {
        return leases.isOver(timeline, after.toNanos());
    }
}
