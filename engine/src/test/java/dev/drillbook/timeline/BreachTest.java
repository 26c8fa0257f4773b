package dev.drillbook.timeline;

import static dev.drillbook.timeline.TimelineBuilder.aTimeline;
import static dev.drillbook.timeline.TimelineBuilder.clock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.timeline.Happening.Ending;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BreachTest {
    @Test
    void probes_that_break_one_after_the_other_are_one_breach() {
        var timeline = aTimeline()
                .at("10:02:00")
                .breaks("stale")
                .at("10:03:00")
                .breaks("errors")
                .at("10:04:00")
                .heals("stale")
                .at("10:05:00")
                .heals("errors")
                .build();
        assertThat(timeline.breaches()).containsExactly(new Breach(clock("10:02:00"), clock("10:05:00"), false));
    }

    @Test
    void a_probe_that_fails_itself_neither_begins_nor_prolongs_a_breach() {
        var timeline = aTimeline()
                .at("10:01:00")
                .losesSightOf("errors")
                .at("10:02:00")
                .breaks("stale")
                .at("10:03:00")
                .losesSightOf("stale")
                .at("10:04:00")
                .heals("stale")
                .build();
        assertThat(timeline.breaches()).containsExactly(new Breach(clock("10:02:00"), clock("10:03:00"), false));
    }

    @Test
    void a_breach_that_never_heals_ends_with_the_drill_and_says_so() {
        var timeline = aTimeline()
                .at("10:02:00")
                .breaks("stale")
                .at("10:09:00")
                .closes(Ending.TIME_LIMIT)
                .build();
        assertThat(timeline.breaches()).containsExactly(new Breach(clock("10:02:00"), clock("10:09:00"), true));
    }

    @Test
    void a_breach_lasts_no_longer_than_somebody_measured_it() {
        var died = aTimeline()
                .at("10:02:00")
                .breaks("stale")
                .at("10:05:00")
                .reads(Map.of("traffic.stale", 0.3))
                .dies();
        var nextMorning = died.at("17:00:00").closes(Ending.INTERRUPTED).build();
        assertThat(nextMorning.breaches()).containsExactly(new Breach(clock("10:02:00"), clock("10:05:00"), true));
    }

    @Test
    void a_breach_lasts_until_the_guard_took_over() {
        var died = aTimeline().at("10:02:00").breaks("stale").dies().at("10:07:00");
        var closed = died.says(new Happening.GuardTookOver(Happening.Cause.ENGINE_GONE))
                .at("10:08:00")
                .closes(Ending.INTERRUPTED)
                .build();
        assertThat(closed.breaches()).containsExactly(new Breach(clock("10:02:00"), clock("10:07:00"), true));
    }
}
