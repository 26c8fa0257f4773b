package dev.drillbook.slack;

import static dev.drillbook.timeline.TimelineBuilder.aTimeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.slack.loopback.Message;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Happening.Aborted;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.timeline.TimelineBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stories told from given entries. */
@Timeout(60)
class TaleTest extends StagedTest {
    private static final String DRILL = "2026-11-24-1";

    private static Timeline later(Duration by, String suspected) {
        return Timeline.of(aTimeline().suspects(suspected).build().entries().stream()
                .map(entry -> new Entry(entry.seq(), 1, entry.at().plus(by), entry.tick(), entry.what()))
                .toList());
    }

    private void tells(Source source) throws InterruptedException {
        Desk desk = stage.desk();
        new Tale(desk, source, () -> tellsInFront(desk, source)).tell();
    }

    private static void tellsInFront(Desk desk, Source source) {
        try {
            new FrontTale(desk, source).tell();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> words() {
        return stage.front.messages().stream().map(Message::words).toList();
    }

    @Test
    void an_id_that_is_used_again_is_another_story() throws Exception {
        tells(new FixedSource(DRILL, later(Duration.ZERO, "the cache")).ends());
        tells(new FixedSource(DRILL, later(Duration.ZERO, "the cache")).ends());
        assertThat(words())
                .filteredOn(words -> words.contains("suspects 1: the cache"))
                .hasSize(1);

        Source another = new FixedSource(DRILL, later(Duration.ofHours(5), "the disk")).ends();
        tells(another);
        tells(another);
        assertThat(words())
                .filteredOn(words -> words.contains("suspects 1: the disk"))
                .hasSize(1);
        assertThat(stage.front.messages())
                .filteredOn(message -> message.thread().isEmpty())
                .hasSize(2);
    }

    @Test
    void a_drill_that_never_gets_a_first_entry_is_given_up_when_it_is_over() throws Exception {
        tells(new FixedSource(DRILL, Timeline.of(List.of())).ends());
        assertThat(words()).isEmpty();
        assertThat(stage.memory().unfinished()).isEmpty();
    }

    @Test
    void a_drill_that_left_no_record_is_told_as_far_as_it_went() throws Exception {
        tells(new FixedSource(DRILL, later(Duration.ZERO, "the cache")).ends());
        assertThat(words()).anyMatch(words -> words.contains("the cache"));
        assertThat(stage.memory().unfinished()).isEmpty();
    }

    @Test
    void a_real_incident_is_told_in_the_first_channel_where_the_drills_own_is_closed_to_us() throws Exception {
        stage.withChannels();
        TimelineBuilder drill = aTimeline().suspects("the cache");
        FixedSource source = new FixedSource(DRILL, drill.build());
        Desk desk = stage.desk();
        Thread front = new Thread(() -> tellsInFront(desk, source));
        Thread body = new Thread(() -> {
            try {
                new Tale(desk, source, front::start).tell();
            } catch (InterruptedException e) {
                // the curtain fell
            }
        });
        body.start();
        stage.slack.until(() -> stage.slack.channels().size() == 2, "a channel of its own");
        var own = stage.slack.channel("drill-" + DRILL);
        own.awaits(message -> message.words().contains("the cache"));

        own.expels(stage.slack.botUser());
        source.grows(drill.suspects("the disk")
                .says(new Aborted("U1", "the shop burns", true))
                .build());
        stage.front.awaits(message -> message.words().contains("THIS IS NOT A DRILL ANY MORE"));
        source.ends();
        front.join();
        assertThat(own.messages()).noneMatch(message -> message.words().contains("the disk"));
        desk.curtain.fall();
        body.join();
        assertThat(stage.memory().unfinished()).containsExactly(DRILL);
    }
}
