package dev.drillbook.score;

import static dev.drillbook.timeline.TimelineBuilder.aTimeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.score.Observation.Tone;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Happening.Injected;
import dev.drillbook.timeline.Happening.Refused;
import dev.drillbook.timeline.TimelineBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObservationsTest {
    @Test
    void it_went_well_to_detect_before_the_alert() {
        var drill = aTimeline()
                .applies()
                .at("10:01:00")
                .hears("detected")
                .at("10:01:30")
                .fires("StaleAnswers");
        assertThat(said(drill, Tone.WENT_WELL)).containsExactly("The team detected it 30 s before an alert fired.");
    }

    @Test
    void it_was_luck_that_a_person_noticed_when_no_alert_fired() {
        var drill = aTimeline().applies().at("10:01:00").hears("detected");
        assertThat(said(drill, Tone.LUCKY))
                .containsExactly("No alert fired: a person noticed, 1 min 00 s after the first apply.");
    }

    @Test
    void it_went_badly_when_a_customer_complained_first() {
        var drill = aTimeline()
                .applies()
                .at("10:02:00")
                .injects("support", "Two customers paid the old price.")
                .at("10:03:00")
                .fires("StaleAnswers")
                .at("10:04:00")
                .hears("detected");
        assertThat(said(drill, Tone.WENT_BADLY))
                .containsExactly("'support' reported it at 10:02:00, before an alert fired or the team detected it.");
    }

    @Test
    void a_red_herring_is_no_complaint() {
        var drill = aTimeline()
                .applies()
                .at("10:02:00")
                .says(new Injected("graphs", "Database CPU is at 80 %.", true))
                .at("10:03:00")
                .fires("StaleAnswers");
        assertThat(said(drill, Tone.WENT_BADLY)).isEmpty();
    }

    @Test
    void it_went_badly_when_an_expected_alert_never_fired() {
        var drill = aTimeline()
                .expectingAlert("StaleAnswers", Duration.ofMinutes(3))
                .applies();
        assertThat(said(drill, Tone.WENT_BADLY))
                .containsExactly("Alerts did not come as expected: StaleAnswers never fired.");
    }

    @Test
    void it_went_badly_to_need_hints() {
        var drill = aTimeline().withHints(2).applies().hints("look at the support channel");
        assertThat(said(drill, Tone.WENT_BADLY)).containsExactly("The team took 1 hint of 2.");
    }

    @Test
    void goals_are_said_to_be_met_or_missed_with_their_numbers() {
        var drill = aTimeline()
                .withGoal("detected", Duration.ofMinutes(5))
                .withGoal("root cause", Duration.ofMinutes(30))
                .applies()
                .at("10:04:12")
                .fires("StaleAnswers")
                .hears("detected")
                .at("10:40:00")
                .putsBack(Ending.TIME_LIMIT);
        assertThat(said(drill, Tone.WENT_WELL))
                .containsExactly("'detected' came 4 min 12 s after the first apply; the goal was 5 min 00 s.");
        assertThat(said(drill, Tone.WENT_BADLY))
                .containsExactly(
                        "'root cause' was not reached (> 40 min 00 s); the goal was 30 min 00 s.",
                        "The team did not restore it: Drillbook put it back at 10:40:00.");
    }

    @Test
    void it_was_luck_that_the_fault_was_masked() {
        var drill = aTimeline()
                .heals("stale")
                .heals("errors")
                .at("10:00:01")
                .applies()
                .takesHold()
                .at("10:00:21")
                .closes(Ending.TIME_LIMIT);
        assertThat(said(drill, Tone.LUCKY))
                .containsExactly(
                        "The fault took hold at 10:00:01, and the steady state never broke: something masked it.");
    }

    @Test
    void what_was_not_measured_all_along_was_not_masked() {
        var drill = aTimeline()
                .heals("stale")
                .heals("errors")
                .at("10:00:01")
                .applies()
                .takesHold()
                .at("10:00:04")
                .losesSightOf("stale")
                .at("10:03:00")
                .closes(Ending.TIME_LIMIT);
        assertThat(said(drill, Tone.LUCKY)).isEmpty();
    }

    @Test
    void it_was_luck_that_most_users_never_met_it() {
        var drill = aTimeline()
                .applies()
                .at("10:00:03")
                .reads(Map.of("traffic.users", 4.0), 2)
                .closes(Ending.RESTORED);
        assertThat(said(drill, Tone.LUCKY)).containsExactly("75.0 % of users never met it.");
    }

    @Test
    void it_went_badly_to_claim_restoration_too_soon() {
        var drill = aTimeline()
                .applies()
                .at("10:20:00")
                .hears("root cause")
                .hears("restored")
                .at("10:22:00")
                .measures("restored", "10:21:00");
        assertThat(said(drill, Tone.WENT_BADLY)).containsExactly("'restored' was claimed 1 min 00 s before it was so.");
    }

    @Test
    void it_went_badly_when_it_seemed_mitigated_and_broke_again() {
        var drill = aTimeline()
                .applies()
                .at("10:05:00")
                .measures("mitigated", "10:04:40")
                .at("10:06:00")
                .withdraws("mitigated");
        assertThat(said(drill, Tone.WENT_BADLY)).containsExactly("It seemed mitigated and broke again (1 time).");
    }

    @Test
    void what_the_next_fault_of_the_plan_broke_did_not_break_again() {
        var drill = aTimeline()
                .applies()
                .at("10:05:00")
                .measures("mitigated", "10:04:40")
                .at("10:06:00")
                .applies("stop the database")
                .at("10:06:04")
                .withdraws("mitigated");
        assertThat(said(drill, Tone.WENT_BADLY)).isEmpty();
    }

    @Test
    void a_dead_end_that_was_inferred_is_told_as_such() {
        var drill = aTimeline()
                .applies()
                .at("10:01:00")
                .suspects("database")
                .at("10:02:00")
                .rulesOut(1)
                .suspects("network")
                .at("10:03:00")
                .hearsRootCause("cache");
        assertThat(said(drill, Tone.WENT_BADLY)).containsExactly("1 dead end and 1 inferred one cost 2 min 00 s.");
    }

    @Test
    void a_drill_that_was_refused_is_not_praised_for_raising_no_false_alarm() {
        assertThat(said(aTimeline().closes(Ending.TIME_LIMIT), Tone.WENT_WELL))
                .containsExactly("Nothing was broken, and nobody raised a false alarm.");
        assertThat(said(aTimeline().says(new Refused("it is a holiday")).closes(Ending.REFUSED), Tone.WENT_WELL))
                .isEmpty();
    }

    @Test
    void every_observation_names_a_number_that_the_card_has() {
        var card = Scorecard.of(aTimeline()
                .withGoal("detected", Duration.ofMinutes(5))
                .expectingAlert("StaleAnswers", Duration.ofMinutes(3))
                .withHints(1)
                .applies()
                .takesHold()
                .at("10:01:00")
                .hints("look")
                .suspects("database")
                .at("10:02:00")
                .rulesOut(1)
                .hears("detected")
                .at("10:03:00")
                .withdraws("mitigated")
                .putsBack(Ending.ABORTED)
                .build());
        var known = new java.util.ArrayList<>(
                card.metrics().stream().map(Metric::id).toList());
        card.goals().forEach(goal -> known.add(goal.milestone()));
        assertThat(card.observations()).hasSizeGreaterThan(5).allSatisfy(made -> assertThat(known)
                .contains(made.metric()));
    }

    private static List<String> said(TimelineBuilder drill, Tone tone) {
        return Scorecard.of(drill.build()).observations().stream()
                .filter(made -> made.tone() == tone)
                .map(Observation::text)
                .toList();
    }
}
