package dev.drillbook.score;

import static dev.drillbook.timeline.TimelineBuilder.aTimeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.TimelineBuilder;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ImpactTest {
    @Test
    void time_in_breach_is_the_total_length_of_all_breaches() {
        var drill = aTimeline()
                .applies()
                .at("10:02:00")
                .breaks("stale")
                .at("10:05:00")
                .heals("stale")
                .at("10:06:00")
                .breaks("errors")
                .at("10:06:30")
                .closes(Ending.TIME_LIMIT);
        assertThat(value(drill, "breach-length")).isEqualTo(seconds(210));
        assertThat(Scorecard.of(drill.build()).metric("breach-length").formula())
                .isEqualTo("total length of breaches: 10:02:00–10:05:00, 10:06:00–10:06:30 (not healed)");
    }

    @Test
    void one_user_is_one_user() {
        var drill = aTimeline()
                .applies()
                .at("10:00:03")
                .reads(Map.of("traffic.users", 300.0), 7)
                .closes(Ending.TIME_LIMIT);
        assertThat(Scorecard.of(drill.build()).metric("share-touched").formula())
                .isEqualTo("1 user touched ÷ 300 users");
    }

    @Test
    void what_was_broken_before_the_apply_is_not_the_faults_impact() {
        var drill = aTimeline()
                .at("10:00:30")
                .breaks("errors")
                .at("10:01:00")
                .applies()
                .at("10:01:10")
                .heals("errors");
        assertThat(value(drill, "breach-length")).isEqualTo(seconds(10));
    }

    @Test
    void a_steady_state_that_nobody_asked_has_no_known_breach() {
        assertThat(value(aTimeline().applies(), "breach-length")).isInstanceOf(Measure.Unknown.class);
    }

    @Test
    void affected_users_add_up_over_the_seconds_after_the_apply() {
        var drill = aTimeline()
                .at("10:00:01")
                .reads(Map.of("traffic.affected", 0.5))
                .at("10:00:02")
                .applies()
                .at("10:00:03")
                .reads(Map.of("traffic.affected", 0.25))
                .at("10:00:04")
                .reads(Map.of())
                .at("10:00:05")
                .reads(Map.of("traffic.affected", 0.5))
                .closes(Ending.RESTORED);
        assertThat(value(drill, "affected")).isEqualTo(new Measure.Amount(0.75, "share·s"));
    }

    @Test
    void seconds_after_the_last_entry_are_another_drills() {
        var drill = aTimeline()
                .applies()
                .at("10:00:03")
                .closes(Ending.RESTORED)
                .at("10:00:04")
                .reads(Map.of("traffic.affected", 0.5, "traffic.users", 300.0), 7);
        assertThat(value(drill, "affected")).isInstanceOf(Measure.Unknown.class);
        assertThat(value(drill, "users-touched")).isInstanceOf(Measure.Unknown.class);
    }

    @Test
    void users_count_once_and_only_from_the_apply_on() {
        var drill = aTimeline()
                .at("10:00:01")
                .reads(Map.of("traffic.users", 300.0), 1)
                .at("10:00:02")
                .applies()
                .at("10:00:03")
                .reads(Map.of("traffic.users", 300.0), 2, 3)
                .at("10:00:04")
                .reads(Map.of("traffic.users", 300.0), 3, 299)
                .closes(Ending.RESTORED);
        assertThat(value(drill, "users-touched")).isEqualTo(new Measure.Count(3));
        assertThat(value(drill, "share-touched"))
                .asInstanceOf(InstanceOfAssertFactories.type(Measure.Part.class))
                .returns(0.01, Measure.Part::share);
    }

    @Test
    void without_users_nobody_knows_how_many_were_touched() {
        var drill = aTimeline()
                .applies()
                .at("10:00:03")
                .reads(Map.of("queue.length", 4.0))
                .closes(Ending.RESTORED);
        assertThat(value(drill, "share-touched")).isEqualTo(new Measure.Unknown("traffic.users was not measured"));
    }

    private static Measure value(TimelineBuilder drill, String metric) {
        return Scorecard.of(drill.build()).metric(metric).value();
    }

    private static Measure seconds(long seconds) {
        return new Measure.Span(Duration.ofSeconds(seconds));
    }
}
