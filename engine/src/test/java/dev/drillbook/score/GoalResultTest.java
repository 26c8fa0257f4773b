package dev.drillbook.score;

import static dev.drillbook.timeline.TimelineBuilder.aTimeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.TimelineBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GoalResultTest {
    @Test
    void a_goal_counts_from_the_first_apply_and_includes_its_last_moment() {
        assertThat(goal(aDrill().at("10:05:00").hears("detected")).met()).contains(true);
        assertThat(goal(aDrill().at("10:05:00.001").hears("detected")).met()).contains(false);
    }

    @Test
    void a_goal_that_was_missed_by_less_than_its_words_show_says_by_how_much() {
        var drill = aDrill().expectingAlert("Errors", Duration.ofMinutes(3))
                .at("10:03:00.400")
                .fires("Errors")
                .at("10:05:00.400")
                .hears("detected");
        assertThat(goal(drill).inWords())
                .isEqualTo("within 5 min 00 s of the first apply: missed, 5 min 00 s (400 ms over)");
        assertThat(Scorecard.of(drill.build()).observations())
                .extracting(Observation::text)
                .contains(
                        "'detected' came 5 min 00 s (400 ms over) after the first apply; the goal was 5 min 00 s.",
                        "Alerts did not come as expected: Errors fired after 3 min 00 s (400 ms over), expected within"
                                + " 3 min 00 s.");
    }

    @Test
    void a_goal_with_time_left_is_not_judged_yet() {
        assertThat(goal(aDrill().at("10:04:00").escalates("anyone")).met()).isEmpty();
    }

    @Test
    void a_goal_whose_time_ran_out_is_missed_though_the_drill_goes_on() {
        assertThat(goal(aDrill().at("10:05:01").escalates("anyone")).isMissed()).isTrue();
    }

    @Test
    void a_goal_that_was_not_reached_when_the_drill_ended_is_missed() {
        var goal = goal(aDrill().at("10:02:00").putsBack(Ending.ABORTED));
        assertThat(goal.inWords())
                .isEqualTo("within 5 min 00 s of the first apply: missed, not reached (> 2 min 00 s)");
    }

    @Test
    void what_is_said_or_hinted_while_drillbook_puts_back_reaches_no_goal() {
        var drill = aDrill().at("10:02:00")
                .putsBack(Ending.TIME_LIMIT)
                .at("10:02:01")
                .hears("detected")
                .hints("look there")
                .closes(Ending.TIME_LIMIT);
        var card = Scorecard.of(drill.build());
        assertThat(card.goals().get(0).isMissed()).isTrue();
        assertThat(card.metric("time-to-detect-from-apply").value()).isInstanceOf(Measure.NotReached.class);
        assertThat(card.metric("hints-taken").value()).isEqualTo(new Measure.Count(0));
    }

    @Test
    void where_nothing_was_applied_no_goal_is_judged() {
        var drill = aTimeline()
                .withGoal("detected", Duration.ofMinutes(5))
                .at("10:30:00")
                .closes(Ending.TIME_LIMIT);
        assertThat(goal(drill).met()).isEmpty();
    }

    @Test
    void what_users_never_felt_was_neither_restored_in_time_nor_too_late() {
        var drill = aTimeline()
                .withMeasuredGoal("restored", Duration.ofMinutes(5))
                .applies()
                .takesHold()
                .at("10:30:00")
                .closes(Ending.RESTORED);
        assertThat(goal(drill).met()).isEmpty();
    }

    @Test
    void a_metric_shows_the_goal_of_its_milestone() {
        var card = Scorecard.of(aDrill().at("10:04:00").hears("detected").build());
        assertThat(card.metric("time-to-detect").goal()).contains(card.goals().get(0));
    }

    private static TimelineBuilder aDrill() {
        return aTimeline().withGoal("detected", Duration.ofMinutes(5)).applies();
    }

    private static GoalResult goal(TimelineBuilder drill) {
        return Scorecard.of(drill.build()).goals().get(0);
    }
}
