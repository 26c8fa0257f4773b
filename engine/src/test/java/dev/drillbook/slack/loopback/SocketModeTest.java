package dev.drillbook.slack.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.model.event.PinAddedEvent;
import com.slack.api.socket_mode.SocketModeClient;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bolt takes this for Slack: it connects, answers, and comes back. */
class SocketModeTest {
    private final Set<String> pinned = ConcurrentHashMap.newKeySet();
    private SlackOnLoopback slack;
    private Channel channel;
    private Actor ann;
    private SocketModeApp bolt;

    @BeforeEach
    void connect() throws Exception {
        slack = SlackOnLoopback.start();
        slack.waits(Duration.ofSeconds(20));
        slack.subscribes("pin_added");
        ann = slack.joins("U1", "ann");
        channel = slack.opens("drills");
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(slack.methodsAddress());
        App app = new App(AppConfig.builder()
                .slack(Slack.getInstance(config))
                .singleTeamBotToken(slack.botToken())
                .build());
        app.command(
                "/drill",
                (request, context) ->
                        context.ack("heard " + request.getPayload().getText()));
        app.command("/later", (request, context) -> {
            context.respond("by and by");
            return context.ack();
        });
        app.blockAction("abort", (request, context) -> context.ack());
        app.event(PinAddedEvent.class, (request, context) -> {
            pinned.add(request.getEvent().getItem().getMessage().getText());
            return context.ack();
        });
        bolt = new SocketModeApp(slack.appToken(), SocketModeClient.Backend.JavaWebSocket, app);
        bolt.startAsync();
        slack.line().awaits(1);
    }

    @AfterEach
    void close() throws Exception {
        bolt.getClient().close();
        slack.close();
    }

    @Test
    void a_command_is_answered_to_who_typed_it() {
        assertThat(ann.types("/drill hypothesis <!channel> & co", channel).says())
                .isEqualTo("heard hypothesis &lt;!channel&gt; &amp; co");
        assertThat(slack.refused()).isEmpty();
    }

    @Test
    void an_answer_may_come_later() {
        assertThat(ann.types("/later", channel).says()).isEqualTo("by and by");
    }

    @Test
    void a_click_is_acknowledged() {
        RawApp app = new RawApp(slack, channel);
        app.postsBlocks(BadBlocks.json(BadBlocks.actions("[" + BadBlocks.button(",'action_id':'abort'") + "]")));
        Delivery click = ann.clicks("abort", channel.messages().get(0));
        assertThat(click.answered().payload()).isEmpty();
    }

    @Test
    void a_pin_is_an_event() {
        ann.pins(ann.writes("pages are old", channel));
        slack.deliveries("pin_added").forEach(Delivery::answered);
        assertThat(pinned).containsExactly("pages are old");
    }

    @Test
    void what_has_no_handler_is_not_acknowledged() {
        Delivery unknown = ann.types("/unknown", channel);
        Delivery known = ann.types("/drill", channel);
        known.answered();
        assertThat(unknown.acks()).isEmpty();
    }

    @Test
    void an_event_comes_again_when_its_first_copy_was_lost() {
        slack.faults().losesEvery(1);
        ann.pins(ann.writes("lost at first", channel));
        slack.faults().end();
        slack.redelivers();
        slack.deliveries("pin_added").forEach(Delivery::answered);
        assertThat(pinned).containsExactly("lost at first");
    }

    @Test
    void bolt_comes_back_when_it_is_asked_to() {
        slack.line().disconnects("refresh_requested");
        awaitsConnections(3);
        slack.line().awaits(1);
        assertThat(ann.types("/drill status", channel).says()).isEqualTo("heard status");
    }

    @Test
    void bolt_comes_back_when_it_is_cut() {
        slack.line().cut();
        awaitsConnections(3); // its monitor looks each five seconds
        slack.line().awaits(1);
        assertThat(ann.types("/drill status", channel).says()).isEqualTo("heard status");
    }

    @Test
    void refused_once_it_can_be_made_to_connect_by_hand() throws Exception {
        slack.faults().refusesNext("apps.connections.open", 1, "internal_error");
        slack.line().disconnects("refresh_requested");
        awaitsConnections(3);
        slack.line().awaits(0);
        bolt.getClient().connectToNewEndpoint();
        slack.line().awaits(1);
        assertThat(ann.types("/drill status", channel).says()).isEqualTo("heard status");
    }

    @Test
    void a_silent_connection_is_open_and_dead() {
        ann.types("/drill status", channel).answered();
        assertThat(bolt.getClient().verifyConnection()).isTrue();
        slack.faults().silent(true);
        slack.until(() -> !bolt.getClient().verifyConnection(), "a connection without a pong");
        assertThat(slack.line().sockets()).isEqualTo(1);
    }

    @Test
    void away_and_back_it_is_the_same_slack() throws Exception {
        slack.line().away();
        assertThat(ann.types("/drill status", channel).failure()).isEqualTo("dispatch_failed");
        slack.line().back();
        bolt.getClient().connectToNewEndpoint();
        slack.line().awaits(1);
        assertThat(ann.types("/drill status", channel).says()).isEqualTo("heard status");
    }

    /** Bolt asks twice when it starts: for an address that it never uses, and for the one on which it connects. */
    private void awaitsConnections(int asked) {
        slack.until(() -> slack.calls("apps.connections.open").size() >= asked, asked + " calls for a connection");
    }
}
