package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.control.LiveDrill;
import dev.drillbook.journal.JournalReader;
import dev.drillbook.slack.loopback.Content;
import dev.drillbook.slack.loopback.Message;
import dev.drillbook.slack.loopback.SharedFile;
import dev.drillbook.timeline.Claim.Suspected;
import dev.drillbook.timeline.Happening.Injected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One drill in real time, from its start to its report, and what people saw of it in Slack. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeDrillTest {
    @TempDir
    private static Path folder;

    private Stage stage;
    private LiveDrill drill;
    private Seen seen;

    @BeforeAll
    void perform() throws IOException {
        stage = new Stage(folder).opens();
        drill = stage.breaks();
        stage.says(drill, "hypothesis <!channel> is the *cause*");
        stage.front.awaits(message -> message.words().contains("Rule out"));
        stage.says(drill, "rule-out 1");
        stage.works(drill);
        stage.isTold(drill);
        seen = new Seen(drill, stage.front);
    }

    @AfterAll
    void close() {
        stage.close();
    }

    private List<Message> messages() {
        return stage.front.messages();
    }

    @Test
    void all_is_told_once_and_in_order_under_the_headline() {
        assertThat(seen.steps()).isEqualTo(seen.expected());
        assertThat(stage.front.thread(seen.headline())).isEqualTo(messages());
    }

    @Test
    void slack_took_every_call() {
        assertThat(stage.slack.refused()).isEmpty();
    }

    @Test
    void every_message_says_that_it_is_a_drill() {
        assertThat(messages()).allMatch(message -> message.words().contains("DRILL"));
    }

    @Test
    void players_never_saw_the_answer() {
        Stream<Content> all = messages().stream()
                .flatMap(message -> Stream.concat(Stream.of(message.content()), message.earlier().stream()));
        assertThat(all.map(content -> content.text() + content.blocks())).allSatisfy(words -> assertThat(words)
                .doesNotContainIgnoringCase("secret-", "herring", "mode", "service.properties"));
    }

    @Test
    void what_people_typed_calls_nobody() {
        assertThat(messages()).allSatisfy(message -> assertThat(
                        message.text() + message.content().blocks() + message.author())
                .doesNotContain("<!", "<@"));
    }

    @Test
    void what_people_typed_is_text_and_people_have_their_names() {
        var text = seen.first(Suspected.class).content().blocks().get(1).path("text");
        assertThat(text.path("type").asString("")).isEqualTo("plain_text");
        assertThat(text.path("text").asString("")).isEqualTo("@ann suspects 1: &lt;!channel&gt; is the *cause*");
    }

    @Test
    void an_inject_comes_from_who_says_it_and_is_marked() {
        assertThat(seen.first(Injected.class).author().persona()).isEqualTo("support &lt;!here&gt; (DRILL)");
    }

    @Test
    void hypotheses_have_no_button_any_more_and_say_what_became_of_them() {
        assertThat(messages()).noneMatch(message -> message.words().contains("Rule out"));
        assertThat(seen.first(Suspected.class).words()).contains("ruled out");
        assertThat(seen.first(Suspected.class).earlier().get(0).words()).contains("Rule out");
    }

    @Test
    void the_headline_says_how_it_ended() {
        assertThat(seen.headline().words())
                .contains("over: restored", "✓ detected at", "✓ restored at", "Open hypothesis 3 the database")
                .contains("incident commander: @ann")
                .doesNotContain("Abort");
    }

    @Test
    void everything_was_put_back_and_the_hash_vouches_for_it() {
        Path report = folder.resolve("reports").resolve(drill.id());
        assertThat(seen.message("outcome").words())
                .contains(
                        "Everything was put back at", JournalReader.read(report).lastHash());
    }

    @Test
    void the_files_are_those_of_the_report() throws IOException {
        List<SharedFile> files = stage.front.files();
        assertThat(files)
                .extracting(SharedFile::name)
                .containsExactly("chart.png", "postmortem.pdf", "postmortem.html", "postmortem.md", "scorecard.json");
        for (SharedFile file : files)
            assertThat(file.bytes())
                    .isEqualTo(Files.readAllBytes(
                            folder.resolve("reports").resolve(drill.id()).resolve(file.name())));
    }

    @Test
    void its_thread_is_known_to_be_its() {
        String front = stage.front.id();
        assertThat(stage.memory().drillIn(front, Optional.of(seen.headline().ts())))
                .contains(drill.id());
        assertThat(stage.memory().drillIn(front, Optional.empty())).isEmpty();
    }
}
