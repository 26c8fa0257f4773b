package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.control.LiveDrill;
import dev.drillbook.slack.loopback.Message;
import dev.drillbook.timeline.Happening.Injected;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever happens on the way to Slack: in the end a channel has each line once, in order. */
class OutageTest extends StagedTest {
    private void isWhole(LiveDrill drill) {
        stage.isTold(drill);
        Seen seen = new Seen(drill, stage.front);
        assertThat(seen.steps()).isEqualTo(seen.expected());
        assertThat(stage.front.files()).hasSize(5);
        List<Message> headlines = stage.front.messages().stream()
                .filter(message -> message.thread().isEmpty())
                .toList();
        assertThat(headlines).singleElement().satisfies(headline -> assertThat(headline.words())
                .contains("over: "));
        assertThat(stage.slack.refused()).isEmpty();
    }

    @Test
    void each_third_call_is_one_too_many() {
        stage.opens().slack.faults().limitsEvery(3, 1);
        LiveDrill drill = stage.breaks();
        stage.works(drill);
        isWhole(drill);
    }

    @Test
    void each_third_call_is_unavailable() {
        stage.opens().slack.faults().unavailableEvery(3);
        LiveDrill drill = stage.breaks();
        stage.works(drill);
        isWhole(drill);
    }

    @Test
    void slack_is_away_in_the_middle_of_a_drill_which_does_not_wait_for_it() {
        LiveDrill drill = stage.opens().breaks();
        stage.says(drill, "detected");
        stage.front.awaits(message -> message.words().contains("reports detected"));
        stage.slack.line().away();
        stage.says(drill, "hypothesis the network");
        stage.happens(drill, Injected.class, 2);
        stage.says(drill, "rule-out 1");
        stage.repairs(drill);
        assertThat(drill.finished()).isDone();
        assertThat(stage.front.messages()).noneMatch(message -> message.words().contains("the network"));
        stage.slack.line().back();
        isWhole(drill);
    }

    @Test
    void each_fourth_answer_is_lost() {
        stage.opens(Unlucky.losingEvery(4, stage.methods()));
        LiveDrill drill = stage.breaks();
        stage.works(drill);
        isWhole(drill);
    }

    @Test
    void serve_is_killed_between_showing_the_chart_and_noting_it() {
        stage.opens(Unlucky.dyingAfter(1, "filesCompleteUploadExternal", stage.methods()));
        LiveDrill drill = stage.breaks();
        stage.repairs(drill);
        stage.slack.until(() -> !stage.front.files().isEmpty(), "the chart");
        stage.falls();
        stage.opens();
        isWhole(drill);
    }

    @Test
    void serve_is_killed_between_telling_and_noting_it_and_starts_again() {
        stage.opens(Unlucky.dyingAfter(5, "chatPostMessage", stage.methods()));
        LiveDrill drill = stage.breaks();
        stage.says(drill, "detected");
        stage.slack.until(() -> stage.front.messages().size() >= 4, "some messages");
        stage.falls();
        stage.opens();
        stage.works(drill);
        isWhole(drill);
    }

    @Test
    void serve_starts_again_when_the_drill_is_over() {
        LiveDrill drill = stage.opens().breaks();
        stage.says(drill, "hypothesis the network");
        stage.front.awaits(message -> message.words().contains("the network"));
        stage.falls();
        stage.says(drill, "rule-out 1");
        stage.repairs(drill);
        stage.opens();
        isWhole(drill);
    }

    @Test
    void what_was_told_cannot_be_noted_for_a_while() {
        LiveDrill drill = stage.opens().breaks();
        stage.front.awaits(message -> message.words().contains("CPU is high"));
        stage.database.change("ALTER TABLE told ADD CONSTRAINT is_full CHECK (step = 'none') NOCHECK");
        stage.says(drill, "note the disk is full");
        stage.slack.until(() -> stage.slack.calls("conversations.replies").size() > 2, "that it is told again");
        stage.says(drill, "note there is room again");
        stage.database.change("ALTER TABLE told DROP CONSTRAINT is_full");
        stage.repairs(drill);
        isWhole(drill);
    }

    @Test
    void what_slack_never_takes_is_left_out_and_holds_up_nothing() {
        stage.opens();
        LiveDrill drill = stage.breaks();
        stage.front.awaits(message -> message.words().contains("CPU is high"));
        stage.slack.faults().refusesNext("chat.postMessage", 1, "msg_too_long");
        stage.says(drill, "note one too many");
        stage.says(drill, "note the next");
        stage.front.awaits(message -> message.words().contains("the next"));
        assertThat(stage.front.messages()).noneMatch(message -> message.words().contains("one too many"));
    }
}
