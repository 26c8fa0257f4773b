package dev.drillbook.slack.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.model.event.PinAddedEvent;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bolt's own verifier takes the signatures made here, and only those. */
class HttpModeTest {
    private SlackOnLoopback slack;
    private Channel channel;
    private Actor ann;
    private BoltByHttp bolt;

    @BeforeEach
    void open() throws IOException {
        slack = SlackOnLoopback.start();
        slack.waits(Duration.ofSeconds(20));
        ann = slack.joins("U1", "ann");
        channel = slack.opens("drills");
        slack.subscribes("pin_added");
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(slack.methodsAddress());
        App app = new App(AppConfig.builder()
                .slack(Slack.getInstance(config))
                .singleTeamBotToken(slack.botToken())
                .signingSecret(slack.signingSecret())
                .build());
        app.command(
                "/drill",
                (request, context) ->
                        context.ack("heard " + request.getPayload().getText()));
        app.blockAction("abort", (request, context) -> context.ack());
        app.event(PinAddedEvent.class, (request, context) -> context.ack());
        bolt = new BoltByHttp(app);
        slack.delivers(bolt.address());
    }

    @AfterEach
    void close() {
        bolt.close();
        slack.close();
    }

    @Test
    void a_command_is_answered() {
        assertThat(ann.types("/drill détected & sure", channel).says()).isEqualTo("heard détected &amp; sure");
    }

    @Test
    void clicks_and_events_are_acknowledged() {
        new RawApp(slack, channel)
                .postsBlocks(BadBlocks.json(BadBlocks.actions("[" + BadBlocks.button(",'action_id':'abort'") + "]")));
        ann.pins(channel.messages().get(0));
        ann.clicks("abort", channel.messages().get(0)).answered();
        slack.deliveries("pin_added").forEach(Delivery::answered);
        assertThat(slack.refused()).isEmpty();
    }

    @Test
    void a_forged_signature_is_told_from_a_good_one() throws IOException {
        Signed good = slack.signs(ann.drafts("/drill status", channel), Instant.now());
        assertThat(good.sentTo(bolt.address()).statusCode()).isEqualTo(200);
        assertThat(good.forged().sentTo(bolt.address()).statusCode()).isEqualTo(401);
        assertThat(good.tampered(good.body().replace("status", "abort"))
                        .sentTo(bolt.address())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void an_old_request_is_told_from_a_new_one() throws IOException {
        Instant old = Instant.now().minus(Duration.ofMinutes(6));
        assertThat(slack.signs(ann.drafts("/drill status", channel), old)
                        .sentTo(bolt.address())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void an_address_is_verified_by_a_challenge() throws IOException {
        String challenge = "{\"type\":\"url_verification\",\"token\":\"legacy\",\"challenge\":\"3eZbrw1a\"}";
        Signed signed = slack.signs(challenge, "application/json", Instant.now());
        assertThat(signed.sentTo(bolt.address()).body()).contains("3eZbrw1a");
    }

    @Test
    void where_nobody_listens_the_person_is_told() {
        slack.delivers(URI.create("http://127.0.0.1:1/"));
        assertThat(ann.types("/drill status", channel).says()).contains("dispatch_failed");
    }
}
