package dev.drillbook.slack.loopback;

import static dev.drillbook.slack.loopback.BadBlocks.actions;
import static dev.drillbook.slack.loopback.BadBlocks.button;
import static dev.drillbook.slack.loopback.BadBlocks.confirm;
import static dev.drillbook.slack.loopback.BadBlocks.dialog;
import static dev.drillbook.slack.loopback.BadBlocks.json;
import static dev.drillbook.slack.loopback.BadBlocks.list;
import static dev.drillbook.slack.loopback.BadBlocks.option;
import static dev.drillbook.slack.loopback.BadBlocks.plain;
import static dev.drillbook.slack.loopback.BadBlocks.select;
import static dev.drillbook.slack.loopback.BadBlocks.text;
import static dev.drillbook.slack.loopback.BadBlocks.x;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands exactly at a limit is within it. */
class GoodPayloadsTest {
    private static SlackOnLoopback slack;
    private static RawApp app;

    @BeforeAll
    static void open() {
        slack = SlackOnLoopback.start();
        slack.joins("U1", "ann");
        app = new RawApp(slack, slack.opens("drills"));
    }

    @AfterAll
    static void close() {
        slack.close();
    }

    static Stream<String> at_their_limits() {
        return Stream.of(
                list(50, "{'type':'divider'}"),
                "[{'type':'divider','block_id':'" + x(255) + "'}]",
                "[{'type':'section','text':" + text(3000) + "}]",
                "[{'type':'section','fields':" + list(10, text(2000)) + "}]",
                "[{'type':'section','text':" + text(1) + ",'accessory':" + button(",'value':'" + x(2000) + "'") + "}]",
                actions(list(25, button(",'style':'danger'"))),
                actions("[" + button(",'action_id':'" + x(255) + "'") + "," + button(",'action_id':'b'") + "]"),
                "[{'type':'context','elements':" + list(10, text(3000)) + "}]",
                "[{'type':'header','text':" + plain(150) + "}]",
                "[{'type':'image','image_url':'https://example.org/a.png','alt_text':'" + x(2000) + "'}]",
                "[{'type':'markdown','text':'" + x(12_000) + "'}]",
                select(list(100, option(75, 150)), ",'placeholder':" + plain(150)),
                confirm(dialog(100, 300, 30, 30)));
    }

    @ParameterizedTest
    @MethodSource("at_their_limits")
    void blocks_at_their_limits_are_taken(String blocks) {
        assertThat(app.postsBlocks(json(blocks)).path("ok").asBoolean(false)).isTrue();
    }

    @Test
    void forty_thousand_characters_are_taken() {
        assertThat(app.posts(x(40_000))).isNotEmpty();
    }

    @Test
    void json_says_the_same_as_a_form() {
        String body =
                "{\"channel\":\"" + app.channel.id() + "\",\"text\":\"by JSON\",\"blocks\":[{\"type\":\"divider\"}]}";
        app.calls(slack.botToken(), "chat.postMessage", "application/json; charset=utf-8", body);
        assertThat(app.channel.awaits(m -> m.text().equals("by JSON")).content().blocks())
                .hasSize(1);
    }

    @Test
    void a_channels_topic_of_250_characters_is_taken() {
        app.calls("conversations.setTopic", "channel", app.channel.id(), "topic", x(250));
        assertThat(app.channel.topic()).hasSize(250);
    }

    @Test
    void a_missing_scope_is_named_with_those_that_are_there() {
        String answer = app.callsAs(slack.botToken("commands"), "pins.add").toString();
        assertThat(answer).contains("\"needed\":\"pins:write\"", "\"provided\":\"commands\"");
    }

    @Test
    void a_message_points_at_what_is_wrong() {
        assertThat(app.postsBlocks(json("[{'type':'section','text':" + text(3001) + "}]"))
                        .toString())
                .contains("must be less than 3001 characters [json-pointer:/blocks/0/text/text]");
    }
}
