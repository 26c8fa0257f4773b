package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Verb;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.slack.loopback.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Drills in real time, told where nothing goes wrong. */
class StorytellerTest extends StagedTest {
    @Test
    void a_drill_in_its_own_channel_is_announced_and_tells_all_there() {
        LiveDrill drill = stage.withChannels().opens().breaks();
        stage.works(drill);
        stage.isTold(drill);

        var room = stage.slack.channel("drill-" + drill.id());
        Seen seen = new Seen(drill, room);
        assertThat(seen.steps()).isEqualTo(seen.expected());
        assertThat(room.topic()).startsWith("DRILL").contains("not a real incident");
        assertThat(room.members()).contains("U1");
        assertThat(room.files()).hasSize(5);
        assertThat(new Seen(drill, stage.front).steps()).containsExactly("announced", "outcome-front");
        assertThat(stage.front.messages().get(0).words()).contains("<#" + room.id() + ">");
        assertThat(stage.memory().drillIn(room.id(), Optional.empty())).contains(drill.id());
        assertThat(stage.slack.refused()).isEmpty();
    }

    @Test
    void where_the_channels_name_is_taken_there_is_another() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        for (LocalDate day : List.of(today, today.plusDays(1))) stage.slack.opens("drill-" + day + "-1");
        LiveDrill drill = stage.withChannels().opens().breaks();
        stage.front.awaits(message -> message.words().contains("A drill begins"));
        stage.slack.channel("drill-" + drill.id() + "-again-2").awaits(message -> message.words()
                .contains("The drill began"));
    }

    @Test
    void the_headline_has_buttons_and_is_edited_at_most_about_once_a_second() {
        LiveDrill drill = stage.opens().breaks();
        long before = stage.slack.calls("chat.update").size();
        long start = System.nanoTime();
        for (int i = 1; i <= 12; i++) {
            String text = "number " + (100 + i);
            stage.says(drill, "hypothesis " + text);
            stage.front.awaits(
                    message -> !message.thread().isEmpty() && message.words().contains(text));
        }
        stage.front.awaits(message -> message.words().contains("Open hypothesis 12 number 112"));
        double seconds = (System.nanoTime() - start) / 1e9;
        long edits = stage.slack.calls("chat.update").size() - before;
        assertThat(edits).isLessThanOrEqualTo((long) seconds + 2);
        Message headline = new Seen(drill, stage.front).headline();
        assertThat(headline.words())
                .contains("Ack", "Detected", "Investigating", "Hint", "Mitigated", "Restored", "Abort");
        assertThat(headline.content().blocks().toString())
                .contains(new Action(Verb.ABORT, drill.id(), "").value(), "Abort the drill?");
        assertThat(stage.slack.refused()).isEmpty();
    }

    @Test
    void a_real_incident_is_told_loudly_in_the_first_channel() {
        LiveDrill drill = stage.opens().breaks();
        stage.says(drill, "abort real the shop burns");
        drill.finished().join();
        stage.isTold(drill);
        Message alarm = stage.front.awaits(message -> message.words().contains("THIS IS NOT A DRILL ANY MORE"));
        assertThat(alarm.thread()).isEmpty();
        assertThat(alarm.words()).contains("the shop burns");
        assertThat(new Seen(drill, stage.front).headline().words()).contains("A REAL INCIDENT BEGAN");
        assertThat(new Seen(drill, stage.front).message("outcome").words()).contains("Everything was put back at");
    }

    @Test
    void a_drill_whose_journal_cannot_be_read_keeps_nobody_from_opening() throws Exception {
        Path folder = Files.createDirectories(stage.workshop.home().reports().resolve("2026-11-24-9"));
        Files.writeString(folder.resolve("journal.jsonl"), "");
        stage.memory().add("2026-11-24-9", Memory.BEGIN, new Spot(stage.front.id(), ""));
        stage.opens();
        stage.notices.tell("announce", "Drill announced: 'quarterly'");
        stage.front.awaits(message -> message.words().contains("'quarterly'"));
    }

    @Test
    void a_live_drill_that_left_no_record_has_no_end_to_tell() {
        LiveDrill drill = stage.breaks();
        stage.repairs(drill);
        assertThat(new LiveSource(drill).finished()).isPresent();
        drill.finished().obtrudeException(new DrillException("left no record that can be read"));
        assertThat(new LiveSource(drill).finished()).isEmpty();
    }

    @Test
    void notices_are_told_in_the_first_channel_and_never_again() {
        stage.notices.tell("announce", "Drill announced: 'quarterly' <!channel>");
        stage.opens();
        stage.front.awaits(message -> message.words().contains("'quarterly' &lt;!channel&gt;"));
        stage.falls();
        stage.notices.tell("missed", "Drill missed: next Tuesday");
        stage.opens();
        stage.front.awaits(message -> message.words().contains("next Tuesday"));
        assertThat(stage.front.messages()).hasSize(2).allMatch(message -> message.words()
                .contains("*DRILL*"));
    }

    @Test
    void where_slack_gives_no_channel_the_first_one_is_no_drills_own() {
        Memory memory = stage.memory();
        memory.add("1", Memory.BEGIN, new Spot("C1", ""));
        memory.add("1", Memory.CHANNEL, new Spot("C1", ""));
        memory.add("1", Memory.HEADLINE, new Spot("C1", "1.2"));
        assertThat(memory.drillIn("C1", Optional.of("3.4"))).isEmpty();
        assertThat(memory.drillIn("C1", Optional.of("1.2"))).contains("1");
    }
}
