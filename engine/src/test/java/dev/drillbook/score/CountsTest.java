package dev.drillbook.score;

import static dev.drillbook.timeline.TimelineBuilder.aTimeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.timeline.Happening.Aborted;
import dev.drillbook.timeline.Happening.ApplyFailed;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.TimelineBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CountsTest {
    private static final Duration THREE_MINUTES = Duration.ofMinutes(3);

    @Test
    void expected_alerts_come_in_time_late_or_never() {
        var drill = aTimeline()
                .expectingAlert("StaleAnswers", THREE_MINUTES)
                .expectingAlert("Errors", THREE_MINUTES)
                .expectingAlert("Latency", THREE_MINUTES)
                .applies()
                .at("10:03:00")
                .fires("StaleAnswers")
                .at("10:03:01")
                .fires("Errors");
        assertThat(value(drill, "alert-coverage")).isEqualTo(new Measure.Coverage(1, 1, 1));
    }

    @Test
    void an_alert_that_fired_before_the_apply_does_not_cover_the_fault() {
        var drill = aTimeline()
                .expectingAlert("StaleAnswers", THREE_MINUTES)
                .at("10:00:30")
                .fires("StaleAnswers")
                .at("10:01:00")
                .applies();
        assertThat(value(drill, "alert-coverage")).isEqualTo(new Measure.Coverage(0, 0, 1));
    }

    @Test
    void an_alert_that_fired_again_counts_from_its_first_time() {
        var drill = aTimeline()
                .expectingAlert("StaleAnswers", THREE_MINUTES)
                .applies()
                .at("10:01:00")
                .fires("StaleAnswers")
                .at("10:09:00")
                .fires("StaleAnswers");
        assertThat(value(drill, "alert-coverage")).isEqualTo(new Measure.Coverage(1, 0, 0));
    }

    @Test
    void every_hint_and_every_escalation_counts() {
        var drill = aTimeline()
                .withHints(3)
                .applies()
                .hints("look at the support channel")
                .hints("compare the servers")
                .escalates("the database team");
        assertThat(value(drill, "hints-taken")).isEqualTo(new Measure.Count(2));
        assertThat(value(drill, "escalations")).isEqualTo(new Measure.Count(1));
    }

    @Test
    void where_nothing_was_applied_every_alarm_is_a_false_one() {
        var drill = aTimeline()
                .at("10:05:00")
                .hears("detected")
                .hears("acknowledged")
                .escalates("the database team")
                .hearsRootCause("database");
        assertThat(value(drill, "false-alarms")).isEqualTo(new Measure.Count(3));
    }

    @Test
    void where_a_fault_was_applied_no_alarm_is_false() {
        assertThat(value(aTimeline().applies().hears("detected"), "false-alarms"))
                .isInstanceOf(Measure.NotAsked.class);
    }

    @Test
    void a_fault_that_failed_half_way_may_have_given_cause_for_alarm() {
        var drill = aTimeline().says(new ApplyFailed(1, "connection lost")).hears("detected");
        assertThat(value(drill, "false-alarms")).isInstanceOf(Measure.NotAsked.class);
    }

    @Test
    void an_engine_that_died_while_it_applied_may_have_given_cause_for_alarm() {
        var drill = aTimeline().beginsToApply("bad cache configuration").hears("detected");
        assertThat(value(drill, "false-alarms")).isInstanceOf(Measure.NotAsked.class);
    }

    @Test
    void a_real_incident_gives_cause_for_alarm() {
        var drill = aTimeline().hears("detected").says(new Aborted("ada", "disk on fire", true));
        assertThat(value(drill, "false-alarms")).isEqualTo(new Measure.NotAsked("a real incident began"));
    }

    @Test
    void a_steady_state_that_broke_by_itself_gives_cause_for_alarm() {
        var drill = aTimeline()
                .at("10:01:00")
                .breaks("errors")
                .at("10:02:00")
                .hears("detected")
                .closes(Ending.TIME_LIMIT);
        assertThat(value(drill, "false-alarms"))
                .isEqualTo(new Measure.NotAsked("the steady state was broken, though nothing was applied"));
    }

    private static Measure value(TimelineBuilder drill, String metric) {
        return Scorecard.of(drill.build()).metric(metric).value();
    }
}
