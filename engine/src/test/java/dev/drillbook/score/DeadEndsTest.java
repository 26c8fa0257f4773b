package dev.drillbook.score;

import static dev.drillbook.timeline.TimelineBuilder.aTimeline;
import static dev.drillbook.timeline.TimelineBuilder.clock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.timeline.Claim;
import dev.drillbook.timeline.TimelineBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadEndsTest {
    @Test
    void a_hypothesis_costs_the_time_until_it_was_ruled_out() {
        var drill =
                aTimeline().at("10:03:00").suspects("database").at("10:05:30").rulesOut(1);
        assertThat(cost(drill)).isEqualTo(minutes(2.5));
    }

    @Test
    void dead_ends_that_overlap_cost_their_common_time_once() {
        var drill = aTimeline()
                .at("10:03:00")
                .suspects("database")
                .at("10:04:00")
                .suspects("network")
                .at("10:05:00")
                .rulesOut(1)
                .at("10:07:00")
                .rulesOut(2)
                .at("10:10:00")
                .suspects("the moon")
                .at("10:11:00")
                .rulesOut(3);
        assertThat(cost(drill)).isEqualTo(minutes(5));
    }

    @Test
    void one_within_another_adds_nothing() {
        var drill = aTimeline()
                .at("10:03:00")
                .suspects("database")
                .at("10:04:00")
                .suspects("network")
                .at("10:05:00")
                .rulesOut(2)
                .at("10:09:00")
                .rulesOut(1);
        assertThat(cost(drill)).isEqualTo(minutes(6));
    }

    @Test
    void one_that_nobody_closed_ends_at_the_next_hypothesis_and_is_inferred() {
        var card = Scorecard.of(aTimeline()
                .at("10:03:00")
                .suspects("database")
                .at("10:06:00")
                .suspects("cache")
                .at("10:09:00")
                .hearsRootCause("cache")
                .build());
        assertThat(card.deadEnds())
                .containsExactly(new DeadEnd(1, "database", clock("10:03:00"), clock("10:06:00"), true));
        assertThat(card.metric("dead-end-cost").formula()).endsWith("hypothesis 1 (10:03:00–10:06:00, inferred)");
    }

    @Test
    void the_last_one_that_nobody_closed_ends_at_the_root_cause_and_is_inferred() {
        var drill =
                aTimeline().at("10:03:00").suspects("database").at("10:09:00").hearsRootCause("cache");
        assertThat(Scorecard.of(drill.build()).deadEnds())
                .containsExactly(new DeadEnd(1, "database", clock("10:03:00"), clock("10:09:00"), true));
    }

    @Test
    void one_that_is_open_with_nothing_after_it_may_yet_be_right() {
        assertThat(cost(aTimeline().at("10:03:00").suspects("cache"))).isEqualTo(minutes(0));
    }

    @Test
    void what_was_confirmed_is_no_dead_end() {
        var drill = aTimeline().at("10:03:00").suspects("cache").at("10:09:00").hearsRootCause("cache");
        assertThat(cost(drill)).isEqualTo(minutes(0));
    }

    @Test
    void a_ruling_out_claimed_for_before_the_suspicion_costs_nothing() {
        var drill = aTimeline()
                .at("10:03:00")
                .suspects("database")
                .at("10:05:00")
                .says(new Claim.RuledOut("on-call", clock("10:01:00"), 1));
        assertThat(cost(drill)).isEqualTo(minutes(0));
    }

    private static Measure cost(TimelineBuilder drill) {
        return Scorecard.of(drill.build()).metric("dead-end-cost").value();
    }

    private static Measure minutes(double minutes) {
        return new Measure.Span(Duration.ofSeconds((long) (minutes * 60)));
    }
}
