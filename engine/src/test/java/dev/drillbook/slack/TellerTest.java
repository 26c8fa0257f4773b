package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.slack.loopback.Message;
import dev.drillbook.slack.loopback.SharedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TellerTest extends StagedTest {
    private Document document(String name) {
        Path file = folder.resolve(name);
        return new Document(file, "DRILL 1 " + name, "");
    }

    @Test
    void a_file_that_was_removed_since_it_was_listed_is_missed_and_holds_up_nothing() throws Exception {
        Files.writeString(folder.resolve("there.md"), "a report");
        Desk desk = stage.desk();
        Teller teller = desk.teller(desk.memory.story("1"), Place.in(stage.front.id()));
        teller.show("none", "the chart", List.of(document("gone.png")));
        teller.show("report", "the report", List.of(document("gone.pdf"), document("there.md")));
        assertThat(stage.front.files()).extracting(SharedFile::title).containsExactly("DRILL 1 there.md");
        assertThat(stage.front.messages()).singleElement().satisfies(message -> assertThat(message.words())
                .contains("the report, without gone.pdf"));
    }

    /** Else nothing would be told of any later drill in this channel. */
    @Test
    void where_a_workspace_forbids_uploads_a_report_is_missed_and_holds_up_nothing() throws Exception {
        Files.writeString(folder.resolve("there.md"), "a report");
        stage.slack.faults().refusesNext("files.getUploadURLExternal", 1000, "file_uploads_disabled");
        Desk desk = stage.desk();
        Teller teller = desk.teller(desk.memory.story("1"), Place.in(stage.front.id()));
        teller.show("report", "the report", List.of(document("there.md")));
        assertThat(stage.front.files()).isEmpty();
    }

    @Test
    @Timeout(60)
    void where_the_bytes_of_files_never_arrive_a_report_is_missed_and_holds_up_nothing() throws Exception {
        Files.writeString(folder.resolve("there.md"), "a report");
        stage.slack.faults().blocksUploads();
        Desk desk = stage.desk();
        Teller teller = desk.teller(desk.memory.story("1"), Place.in(stage.front.id()));
        teller.show("report", "the report", List.of(document("there.md")));
        teller.tell(Post.draft("1", "next").text("the next").saying("the next"));
        assertThat(stage.front.messages()).singleElement().satisfies(message -> assertThat(message.words())
                .contains("the next"));
    }

    @Test
    void what_was_told_is_found_however_much_was_said_since() throws Exception {
        Calls calls = stage.desk().calls;
        Post post = Post.draft("1", "begun").text("it began").saying("it began");
        String told = calls.post(Place.in(stage.front.id()), post);
        for (int i = 0; i < 450; i++) stage.slack.user("U1").writes("so?", stage.front);
        assertThat(calls.find(Place.in(stage.front.id()), Optional.empty(), post.key()))
                .contains(told);
    }

    @Test
    void what_was_told_in_a_thread_is_found_however_much_was_said_before() throws Exception {
        Calls calls = stage.desk().calls;
        Post post = Post.draft("1", "begun").text("it began").saying("it began");
        Message first = stage.slack.user("U1").writes("a thread", stage.front);
        for (int i = 0; i < 250; i++) stage.slack.user("U1").replies("so?", first);
        Place thread = Place.in(stage.front.id()).under(new Spot(stage.front.id(), first.ts()));
        String told = calls.post(thread, post);
        assertThat(calls.find(thread, Optional.of(first.ts()), post.key())).contains(told);
    }
}
