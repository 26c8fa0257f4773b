package dev.drillbook.score;

import static dev.drillbook.timeline.TimelineBuilder.aTimeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.score.Stamp.By;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.TimelineBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IntervalsTest {
    @Test
    void time_to_detect_runs_from_first_impact_and_apart_from_it_from_the_apply() {
        var card = card(aTimeline()
                .at("10:00:05")
                .applies()
                .at("10:02:31")
                .breaks("stale")
                .at("10:06:42")
                .hears("detected"));
        assertThat(card.metric("time-to-detect").value()).isEqualTo(span("PT4M11S"));
        assertThat(card.metric("time-to-detect").formula()).isEqualTo("detected 10:06:42 − first impact 10:02:31");
        assertThat(card.metric("time-to-detect-from-apply").value()).isEqualTo(span("PT6M37S"));
        assertThat(card.metric("time-to-detect-from-apply").formula())
                .isEqualTo("detected 10:06:42 − applied 10:00:05");
    }

    @Test
    void a_breach_from_before_the_apply_is_not_what_detection_is_measured_from() {
        var card = card(aTimeline()
                .at("10:00:10")
                .breaks("errors")
                .at("10:01:00")
                .applies()
                .at("10:01:30")
                .heals("errors")
                .at("10:02:00")
                .breaks("stale")
                .at("10:03:00")
                .hears("detected"));
        assertThat(card.metric("time-to-detect").value()).isEqualTo(span("PT1M"));
    }

    @Test
    void a_detection_claimed_for_a_time_before_the_first_impact_is_negative_and_shown() {
        var card = card(aTimeline()
                .applies()
                .at("10:02:31")
                .breaks("stale")
                .at("10:06:00")
                .hears("detected", "10:02:19"));
        assertThat(card.metric("time-to-detect").value()).isEqualTo(span("PT-12S"));
        assertThat(card.metric("time-to-detect").value().inWords()).isEqualTo("-12 s");
    }

    @Test
    void of_what_began_only_after_the_drill_was_over_nobody_can_say_how_long_it_took() {
        var card = card(aTimeline()
                .applies()
                .at("10:05:00")
                .putsBack(Ending.ABORTED)
                .at("10:05:03")
                .breaks("stale")
                .at("10:05:20")
                .closes(Ending.ABORTED));
        assertThat(card.metric("time-to-detect").value())
                .isEqualTo(new Measure.Unknown("first impact only after the drill was over"));
    }

    @Test
    void time_to_acknowledge_runs_from_when_the_first_alert_of_this_drill_fired() {
        var card = card(aTimeline()
                .at("10:00:30")
                .fires("DiskFull")
                .at("10:01:00")
                .applies()
                .at("10:04:00")
                .fires("StaleAnswers")
                .at("10:04:45")
                .hears("acknowledged"));
        assertThat(card.metric("time-to-acknowledge").value()).isEqualTo(span("PT45S"));
    }

    @Test
    void time_to_diagnose_runs_from_detection() {
        var card = card(aTimeline()
                .applies()
                .at("10:05:00")
                .hears("detected")
                .at("10:19:00")
                .hears("root cause"));
        assertThat(card.metric("time-to-diagnose").value()).isEqualTo(span("PT14M"));
    }

    @Test
    void mitigated_and_restored_run_from_first_impact_and_apart_from_it_from_detection() {
        var card = card(aTimeline()
                .applies()
                .at("10:02:00")
                .breaks("stale")
                .at("10:05:00")
                .hears("detected")
                .at("10:21:07")
                .heals("stale")
                .at("10:21:27")
                .measures("mitigated", "10:21:07")
                .measures("restored", "10:21:07"));
        assertThat(card.metric("time-to-mitigate").value()).isEqualTo(span("PT19M7S"));
        assertThat(card.metric("time-to-mitigate-from-detection").value()).isEqualTo(span("PT16M7S"));
        assertThat(card.metric("time-to-restore").value()).isEqualTo(span("PT19M7S"));
        assertThat(card.metric("time-to-restore-from-detection").value()).isEqualTo(span("PT16M7S"));
    }

    @Test
    void a_mitigation_that_a_later_breach_withdrew_is_measured_to_the_one_that_lasted() {
        var card = card(aTimeline()
                .applies()
                .at("10:02:00")
                .breaks("stale")
                .at("10:10:20")
                .measures("mitigated", "10:10:00")
                .at("10:12:00")
                .breaks("stale")
                .withdraws("mitigated")
                .at("10:20:20")
                .measures("mitigated", "10:20:00"));
        assertThat(card.metric("time-to-mitigate").value()).isEqualTo(span("PT18M"));
    }

    @Test
    void an_unknown_onset_gives_unknown_and_leaves_what_runs_from_detection() {
        var card = card(aTimeline()
                .applies()
                .at("10:05:00")
                .hears("detected")
                .at("10:21:20")
                .measures("mitigated", "10:21:00"));
        assertThat(card.metric("time-to-mitigate").value()).isEqualTo(new Measure.Unknown("no first impact"));
        assertThat(card.metric("time-to-mitigate-from-detection").value()).isEqualTo(span("PT16M"));
    }

    @Test
    void what_was_never_reached_says_more_than_how_long_the_team_had() {
        var card = card(aTimeline()
                .applies()
                .at("10:02:00")
                .breaks("stale")
                .at("10:30:00")
                .putsBack(Ending.TIME_LIMIT)
                .at("10:35:00")
                .closes(Ending.TIME_LIMIT));
        assertThat(card.metric("time-to-detect").value().inWords()).isEqualTo("not reached (> 28 min 00 s)");
        assertThat(card.metric("time-to-detect").formula()).isEqualTo("detected not reached − first impact 10:02:00");
    }

    @Test
    void what_drillbook_restored_is_never_credited_to_the_team() {
        var card = card(aTimeline()
                .withMeasuredGoal("restored", Duration.ofMinutes(45))
                .applies()
                .at("10:02:00")
                .breaks("stale")
                .at("10:30:00")
                .says(new dev.drillbook.timeline.Happening.Aborted("sam", "enough", false))
                .putsBack(Ending.ABORTED)
                .at("10:31:00")
                .closes(Ending.ABORTED));
        assertThat(card.metric("time-to-restore").value().inWords()).isEqualTo("not reached (> 28 min 00 s)");
        assertThat(card.metric("time-to-restore").formula())
                .contains("restored by Drillbook at 10:30:00, not by the team");
        assertThat(card.stamp("restored").by()).contains(By.DRILLBOOK);
        assertThat(card.missed()).extracting(GoalResult::milestone).containsExactly("restored");
    }

    private static Scorecard card(TimelineBuilder drill) {
        return Scorecard.of(drill.build());
    }

    private static Measure span(String length) {
        return new Measure.Span(Duration.parse(length));
    }
}
