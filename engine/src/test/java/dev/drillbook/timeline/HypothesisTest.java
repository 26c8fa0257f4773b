package dev.drillbook.timeline;

import static dev.drillbook.timeline.TimelineBuilder.aTimeline;
import static dev.drillbook.timeline.TimelineBuilder.clock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.timeline.Hypothesis.Fate;
import org.junit.jupiter.api.Test;

class HypothesisTest {
    @Test
    void a_hypothesis_is_open_until_it_is_ruled_out() {
        var timeline =
                aTimeline().suspects("database").suspects("cache").rulesOut(1).build();
        assertThat(timeline.openHypotheses()).extracting(Hypothesis::text).containsExactly("cache");
    }

    @Test
    void a_root_cause_confirms_the_hypothesis_that_it_repeats() {
        var timeline = aTimeline()
                .suspects("The Cache")
                .suspects("network")
                .at("10:05:00")
                .hearsRootCause(" the cache ")
                .build();
        assertThat(timeline.hypotheses()).extracting(Hypothesis::fate).containsExactly(Fate.CONFIRMED, Fate.OPEN);
        assertThat(timeline.hypotheses().get(0).to()).contains(clock("10:05:00"));
    }

    @Test
    void a_root_cause_may_name_the_hypothesis_by_its_number() {
        var timeline =
                aTimeline().suspects("a").suspects("b").hearsRootCause("1").build();
        assertThat(timeline.hypotheses()).extracting(Hypothesis::fate).containsExactly(Fate.CONFIRMED, Fate.OPEN);
    }

    @Test
    void a_root_cause_without_words_confirms_the_newest_that_is_open() {
        var timeline = aTimeline()
                .suspects("a")
                .suspects("b")
                .suspects("c")
                .rulesOut(3)
                .hearsRootCause("")
                .build();
        assertThat(timeline.hypotheses())
                .extracting(Hypothesis::fate)
                .containsExactly(Fate.OPEN, Fate.CONFIRMED, Fate.RULED_OUT);
    }

    @Test
    void other_words_confirm_nothing() {
        var timeline = aTimeline().suspects("database").hearsRootCause("cache").build();
        assertThat(timeline.openHypotheses()).hasSize(1);
    }

    @Test
    void what_was_ruled_out_first_is_not_confirmed_later() {
        var timeline = aTimeline()
                .suspects("cache")
                .rulesOut(1)
                .hearsRootCause("cache")
                .build();
        assertThat(timeline.hypotheses()).extracting(Hypothesis::fate).containsExactly(Fate.RULED_OUT);
    }
}
