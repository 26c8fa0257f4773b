package dev.drillbook.timeline;

import static dev.drillbook.timeline.TimelineBuilder.aTimeline;
import static dev.drillbook.timeline.TimelineBuilder.clock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.timeline.Happening.AlertFired;
import dev.drillbook.timeline.Happening.Ending;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineTest {
    @Test
    void a_claim_counts_from_the_time_it_names_and_not_from_when_it_was_received() {
        var timeline = aTimeline().at("10:15:00").hears("detected", "10:12:00").build();
        assertThat(timeline.reached("detected")).contains(clock("10:12:00"));
    }

    @Test
    void a_fault_counts_from_when_it_began_to_be_applied() {
        var timeline = aTimeline()
                .at("10:10:00")
                .beginsToApply("stop the database")
                .at("10:10:02")
                .breaks("errors")
                .at("10:10:10")
                .applied(1)
                .build();
        assertThat(timeline.firstApplied()).contains(clock("10:10:00"));
        assertThat(timeline.firstImpact()).contains(clock("10:10:02"));
    }

    @Test
    void a_slow_fault_is_the_first_though_a_later_one_was_applied_before_it() {
        var timeline = aTimeline()
                .at("10:10:00")
                .beginsToApply("stop the database")
                .at("10:10:02")
                .breaks("errors")
                .at("10:10:05")
                .applies("a bad configuration")
                .at("10:10:20")
                .applied(1)
                .build();
        assertThat(timeline.firstApplied()).contains(clock("10:10:00"));
        assertThat(timeline.firstImpact()).contains(clock("10:10:02"));
    }

    @Test
    void of_two_claims_the_one_that_names_the_earlier_time_counts() {
        var timeline = aTimeline()
                .at("10:15:00")
                .hears("detected")
                .at("10:16:00")
                .hears("detected", "10:11:00")
                .build();
        assertThat(timeline.reached("detected")).contains(clock("10:11:00"));
    }

    @Test
    void nobody_reaches_by_a_claim_what_the_engine_measures() {
        var timeline = aTimeline()
                .withMeasuredGoal("orders flow", Duration.ofMinutes(5))
                .at("10:15:00")
                .hears("restored")
                .hears("orders flow")
                .build();
        assertThat(timeline.reached("restored")).isEmpty();
        assertThat(timeline.reached("orders flow")).isEmpty();
        assertThat(timeline.claimed("restored")).contains(clock("10:15:00"));
    }

    @Test
    void a_withdrawn_milestone_was_not_reached() {
        var timeline = aTimeline()
                .at("10:11:00")
                .measures("mitigated", "10:10:40")
                .at("10:12:00")
                .withdraws("mitigated")
                .build();
        assertThat(timeline.reached("mitigated")).isEmpty();
    }

    @Test
    void a_milestone_that_was_withdrawn_and_met_again_counts_from_the_second_time() {
        var timeline = aTimeline()
                .at("10:11:00")
                .measures("mitigated", "10:10:40")
                .at("10:12:00")
                .withdraws("mitigated")
                .at("10:20:00")
                .measures("mitigated", "10:19:40")
                .build();
        assertThat(timeline.reached("mitigated")).contains(clock("10:19:40"));
    }

    @Test
    void what_the_team_reached_stays_reached_though_putting_back_broke_it_again() {
        var timeline = aTimeline()
                .applies()
                .at("10:11:00")
                .measures("restored", "10:10:40")
                .says(new Happening.PaybackBegan(Ending.RESTORED))
                .at("10:11:02")
                .breaks("stale")
                .withdraws("restored")
                .at("10:12:00")
                .says(new Happening.MilestoneMet("restored", clock("10:11:40"), true))
                .build();
        assertThat(timeline.reached("restored")).contains(clock("10:10:40"));
    }

    @Test
    void a_journal_that_breaks_off_ends_when_the_last_second_was_measured() {
        var timeline = aTimeline()
                .applies()
                .at("10:00:04")
                .breaks("stale")
                .at("10:02:00")
                .reads(Map.of("traffic.stale", 0.3))
                .build();
        assertThat(timeline.end()).isEqualTo(clock("10:02:00"));
        assertThat(timeline.breaches()).containsExactly(new Breach(clock("10:00:04"), timeline.end(), true));
    }

    @Test
    void what_drillbook_restored_is_met_but_not_reached() {
        var timeline =
                aTimeline().applies().at("10:30:00").putsBack(Ending.ABORTED).build();
        assertThat(timeline.reached("restored")).isEmpty();
        assertThat(timeline.met("restored")).isPresent();
    }

    @Test
    void what_is_paid_long_after_the_end_makes_neither_the_drill_nor_its_breach_longer() {
        var timeline = aTimeline()
                .at("10:02:00")
                .breaks("stale")
                .at("10:09:00")
                .closes(Ending.TIME_LIMIT)
                .dies()
                .at("17:00:00")
                .says(new Happening.WrittenOff(1, "ann", "scrapped"))
                .build();
        assertThat(timeline.end()).isEqualTo(clock("10:09:00"));
        assertThat(timeline.breaches()).containsExactly(new Breach(clock("10:02:00"), clock("10:09:00"), true));
    }

    @Test
    void an_alert_counts_from_when_it_began_to_fire_and_not_from_its_delivery() {
        var timeline = aTimeline()
                .at("10:01:00")
                .applies()
                .at("10:03:00")
                .hearsOf("Old", "09:00:00")
                .at("10:04:00")
                .hearsOf("Late", "10:02:30")
                .at("10:05:00")
                .hearsOf("Later", "10:02:00")
                .build();
        assertThat(timeline.alertsSince(clock("10:01:00")))
                .extracting(AlertFired::name)
                .containsExactly("Later", "Late");
    }

    @Test
    void a_breach_from_before_the_apply_is_no_first_impact() {
        var timeline = aTimeline()
                .at("10:00:30")
                .breaks("errors")
                .at("10:01:00")
                .applies()
                .at("10:01:10")
                .heals("errors")
                .at("10:02:31")
                .breaks("stale")
                .build();
        assertThat(timeline.firstImpact()).contains(clock("10:02:31"));
    }

    @Test
    void a_fault_bites_when_it_took_hold_and_a_breach_began() {
        var bitten = aTimeline().applies().takesHold().at("10:00:10").breaks("stale");
        assertThat(bitten.build().bites()).isTrue();
    }

    @Test
    void a_fault_that_nobody_felt_before_the_repair_does_not_bite() {
        var unfelt = aTimeline()
                .applies()
                .takesHold()
                .at("10:00:10")
                .says(new Happening.Repaired("set it right"))
                .at("10:00:12")
                .breaks("stale");
        assertThat(unfelt.build().bites()).isFalse();
    }

    @Test
    void a_breach_without_a_fault_that_took_hold_is_no_bite() {
        assertThat(aTimeline().applies().at("10:00:10").breaks("stale").build().bites())
                .isFalse();
    }

    @Test
    void a_drill_is_over_when_payback_begins() {
        var timeline = aTimeline()
                .applies()
                .at("10:30:00")
                .putsBack(Ending.ABORTED)
                .at("10:31:00")
                .closes(Ending.ABORTED)
                .build();
        assertThat(timeline.over()).contains(clock("10:30:00"));
        assertThat(timeline.ending()).contains(Ending.ABORTED);
        assertThat(timeline.end()).isEqualTo(clock("10:31:00"));
    }

    @Test
    void the_teams_time_is_over_when_its_engine_died_whenever_that_is_settled() {
        var timeline = aTimeline()
                .applies()
                .at("10:03:00")
                .hears("detected")
                .dies()
                .at("23:00:00")
                .putsBack(Ending.INTERRUPTED)
                .closes(Ending.INTERRUPTED)
                .build();
        assertThat(timeline.over()).contains(clock("10:03:00"));
        assertThat(timeline.measuredUntil()).isEqualTo(clock("10:03:00"));
        assertThat(timeline.end()).isEqualTo(clock("23:00:00"));
    }

    @Test
    void the_role_taken_last_is_the_one_that_a_person_has() {
        var timeline = aTimeline()
                .says(new Claim.RoleTaken("sam", clock("10:00:00"), "kim", "scribe"))
                .says(new Claim.RoleTaken("sam", clock("10:00:00"), "kim", "commander"))
                .build();
        assertThat(timeline.roles()).containsOnly(java.util.Map.entry("kim", "commander"));
    }

    @Test
    void a_journal_without_its_first_entry_says_what_is_missing() {
        assertThatThrownBy(() -> Timeline.of(List.of()).opened())
                .isInstanceOf(DrillException.class)
                .hasMessageContaining("no entry 'opened'");
    }
}
