package dev.drillbook.slack.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.composition.BlockCompositions;
import com.slack.api.model.block.element.BlockElements;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slack's own client takes this for Slack. */
class MethodsClientTest {
    private SlackOnLoopback slack;
    private Channel channel;
    private MethodsClient client;

    @BeforeEach
    void open() {
        slack = SlackOnLoopback.start();
        slack.joins("U1", "ann");
        channel = slack.opens("drills");
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(slack.methodsAddress());
        client = Slack.getInstance(config).methods(slack.botToken());
    }

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void a_message_is_posted_answered_and_edited() throws Exception {
        String ts = client.chatPostMessage(r -> r.channel(channel.id()).text("begun"))
                .getTs();
        client.chatPostMessage(r -> r.channel(channel.id()).threadTs(ts).text("a reply"));
        client.chatUpdate(r -> r.channel(channel.id()).ts(ts).text("over"));
        assertThat(channel.messages()).extracting(Message::text).containsExactly("over", "a reply");
        assertThat(channel.thread(channel.message(ts).orElseThrow())).hasSize(2);
        assertThat(channel.message(ts).orElseThrow().earlier())
                .extracting(Content::text)
                .containsExactly("begun");
    }

    @Test
    void blocks_of_the_sdk_are_blocks_here() throws Exception {
        var abort = BlockElements.button(b -> b.actionId("abort")
                .text(BlockCompositions.plainText("Abort"))
                .style("danger")
                .confirm(BlockCompositions.confirmationDialog(c -> c.title(BlockCompositions.plainText("Abort?"))
                        .text(BlockCompositions.markdownText("All is put back."))
                        .confirm(BlockCompositions.plainText("Abort"))
                        .deny(BlockCompositions.plainText("Go on")))));
        var answer = client.chatPostMessage(r -> r.channel(channel.id())
                .text("drill")
                .blocks(List.of(
                        Blocks.header(h -> h.text(BlockCompositions.plainText("A drill"))),
                        Blocks.section(s -> s.text(BlockCompositions.markdownText("*12:00* running"))),
                        Blocks.divider(),
                        Blocks.actions(a -> a.elements(List.of(abort))))));
        assertThat(answer.getError()).isNull();
        assertThat(answer.getMessage().getBlocks()).hasSize(4);
        assertThat(channel.messages().get(0).words()).contains("A drill", "*12:00* running", "Abort");
    }

    @Test
    void a_file_comes_in_three_steps_with_its_bytes() throws Exception {
        byte[] chart = "<svg>täglich</svg>".getBytes(StandardCharsets.UTF_8);
        var answer = client.filesUploadV2(r -> r.channel(channel.id())
                .filename("chart.svg")
                .title("Chart")
                .altTxt("errors over time")
                .initialComment("the chart")
                .fileData(chart));
        assertThat(answer.isOk()).isTrue();
        assertThat(channel.files()).singleElement().satisfies(file -> {
            assertThat(file.bytes()).isEqualTo(chart);
            assertThat(file.altText()).isEqualTo("errors over time");
        });
        assertThat(channel.messages()).extracting(Message::text).containsExactly("the chart");
    }

    @Test
    void channels_are_made_found_and_told_what_they_are_for() throws Exception {
        String id =
                client.conversationsCreate(r -> r.name("drill-1")).getChannel().getId();
        client.conversationsInvite(r -> r.channel(id).users(List.of("U1")));
        client.conversationsSetTopic(r -> r.channel(id).topic("DRILL"));
        client.conversationsArchive(r -> r.channel(id));
        assertThat(client.conversationsInfo(r -> r.channel(id)).getChannel().isArchived())
                .isTrue();
        assertThat(slack.channel("drill-1").members()).contains("U1", slack.botUser());
        assertThat(client.conversationsList(r -> r.excludeArchived(true)).getChannels())
                .extracting("name")
                .containsExactly("drills");
    }

    @Test
    void pins_history_people_and_links_are_read() throws Exception {
        Message clue = slack.user("U1").writes("pages are <old>", channel);
        slack.user("U1").pins(clue);
        assertThat(client.pinsList(r -> r.channel(channel.id())).getItems()).hasSize(1);
        assertThat(client.conversationsHistory(r -> r.channel(channel.id())).getMessages())
                .extracting("text")
                .containsExactly("pages are &lt;old&gt;");
        assertThat(client.conversationsReplies(r -> r.channel(channel.id()).ts(clue.ts()))
                        .getMessages())
                .hasSize(1);
        assertThat(client.usersInfo(r -> r.user("U1")).getUser().getTeamId()).isEqualTo(slack.teamId());
        assertThat(client.usersList(r -> r).getMembers()).hasSize(2);
        assertThat(client.chatGetPermalink(r -> r.channel(channel.id()).messageTs(clue.ts()))
                        .getPermalink())
                .contains(channel.id());
    }

    @Test
    void who_the_app_is_is_told() throws Exception {
        assertThat(client.authTest(r -> r).getUserId()).isEqualTo(slack.botUser());
    }

    @Test
    void only_its_reader_sees_what_is_for_one() throws Exception {
        client.chatPostEphemeral(r -> r.channel(channel.id()).user("U1").text("not recorded yet"));
        assertThat(channel.seenOnlyBy("U1")).extracting(Ephemeral::words).containsExactly("not recorded yet");
        assertThat(channel.messages()).isEmpty();
    }

    @Test
    void each_third_call_is_one_too_many() throws Exception {
        slack.faults().limitsEvery(3, 7);
        client.authTest(r -> r);
        client.authTest(r -> r);
        assertThatThrownBy(() -> client.authTest(r -> r)).isInstanceOfSatisfying(SlackApiException.class, e -> {
            assertThat(e.getResponse().code()).isEqualTo(429);
            assertThat(e.getResponse().header("Retry-After")).isEqualTo("7");
        });
    }

    @Test
    void the_scopes_that_were_needed_are_known() throws Exception {
        client.chatPostMessage(r -> r.channel(channel.id()).username("Support").text("a customer calls"));
        slack.subscribes("pin_added");
        assertThat(slack.scopesUsed()).containsExactly("chat:write", "chat:write.customize", "pins:read");
    }
}
