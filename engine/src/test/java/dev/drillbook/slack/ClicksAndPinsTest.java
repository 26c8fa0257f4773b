package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Verb;
import dev.drillbook.slack.loopback.Actor;
import dev.drillbook.slack.loopback.Delivery;
import dev.drillbook.slack.loopback.Message;
import dev.drillbook.slack.loopback.Person;
import dev.drillbook.timeline.Claim;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Buttons and pins: their time is Slack's. */
class ClicksAndPinsTest {
    @TempDir
    private Path folder;

    private Floor floor;
    private LiveDrill drill;

    @BeforeEach
    void open() throws IOException {
        floor = new Floor(folder).open();
        drill = floor.starts();
    }

    @AfterEach
    void close() throws IOException {
        assertThat(floor.slack.refused()).isEmpty();
        floor.close();
    }

    private Delivery clicks(Action action) {
        return floor.ann.clicks(action.id(), floor.offers(action));
    }

    @Test
    void a_click_is_a_claim_at_the_time_at_which_slack_saw_it() {
        Delivery click = clicks(new Action(Verb.DETECTED, drill.id(), ""));
        assertThat(click.says()).isEqualTo("recorded");
        String ts = click.payload().path("actions").get(0).path("action_ts").asString();
        assertThat(Floor.claims(drill)).containsExactly(new Claim.Reached("U1", Stamp.instant(ts), "detected", ""));
    }

    @Test
    void a_click_that_came_late_keeps_its_time() {
        Message button = floor.offers(new Action(Verb.ACK, drill.id(), ""));
        floor.slack.faults().delays(java.time.Duration.ofMillis(1_200));
        Instant clicked = Instant.now();
        Delivery click = floor.ann.clicks("drillbook-ack", button);
        Instant sent = Instant.now();
        click.says();
        assertThat(Floor.claims(drill).get(0).claimed()).isBetween(clicked.minusMillis(50), sent);
    }

    @Test
    void a_hypothesis_is_ruled_out_by_its_button() {
        floor.says(floor.ann, "hypothesis the database");
        assertThat(clicks(new Action(Verb.RULE_OUT, drill.id(), "1")).says()).isEqualTo("recorded");
        assertThat(drill.timeline().openHypotheses()).isEmpty();
    }

    @Test
    void an_abort_by_button_puts_everything_back() {
        assertThat(clicks(new Action(Verb.ABORT, drill.id(), "")).says()).contains("everything is being put back");
        drill.finished().join();
        assertThat(floor.workshop.config()).hasContent("# the service's own\nmode=good\n");
    }

    @Test
    void a_button_of_a_drill_that_is_over_says_so() {
        assertThat(clicks(new Action(Verb.ABORT, "1999-01-01-1", "")).says())
                .isEqualTo("drill 1999-01-01-1 is over: /drill report 1999-01-01-1");
    }

    @Test
    void a_pin_puts_the_message_on_the_timeline_at_its_own_time_by_its_author() {
        Message message = floor.bob.writes("pages are old & <b>slow</b>", floor.channel);
        floor.ann.pins(message);
        floor.slack.deliveries("pin_added").forEach(Delivery::answered);
        assertThat(Floor.claims(drill))
                .containsExactly(new Claim.Noted("U2", Stamp.instant(message.ts()), "pages are old & <b>slow</b>"));
    }

    @Test
    void a_pin_that_comes_again_is_one_note() {
        floor.slack.faults().doublesEvery(1);
        floor.ann.pins(floor.bob.writes("twice", floor.channel));
        Delivery pin = floor.slack.deliveries("pin_added").findFirst().orElseThrow();
        floor.slack.until(() -> pin.acks().size() == 2, "two acks");
        floor.slack.redelivers(pin);
        floor.slack.until(() -> pin.acks().size() >= 3, "a third ack");
        assertThat(Floor.claims(drill)).hasSize(1);
    }

    @Test
    void a_message_pinned_again_is_the_same_note() {
        Message message = floor.bob.writes("once", floor.channel);
        floor.ann.pins(message);
        floor.ann.unpins(message);
        floor.ann.pins(message);
        floor.slack.settles();
        assertThat(floor.slack.deliveries("pin_added")).hasSize(2);
        assertThat(Floor.claims(drill)).hasSize(1);
    }

    @Test
    void a_message_older_than_the_drill_is_not_of_it() {
        Message old = floor.bob.writes("before the drill", floor.channel);
        floor.says(floor.ann, "abort");
        drill.finished().join();
        Floor.until(
                () -> Instant.now().isAfter(Stamp.instant(old.ts()).plusSeconds(2)), java.time.Duration.ofSeconds(5));
        LiveDrill later = floor.starts();
        floor.ann.pins(old);
        floor.slack.settles();
        assertThat(Floor.claims(later)).isEmpty();
    }

    @Test
    void what_is_not_for_us_is_acknowledged_all_the_same() {
        floor.slack.subscribes("pin_added", "message", "reaction_added");
        Message message = floor.bob.writes("hello", floor.channel);
        floor.bob.reacts("eyes", message);
        floor.slack.settles();
        List<Delivery> all = floor.slack.deliveries();
        assertThat(all).isNotEmpty().allMatch(delivery -> delivery.acks().size() == 1);
    }

    /** In a channel that two workspaces share, an event is of ours whoever caused it. */
    @Test
    void a_pin_by_one_of_another_workspace_is_just_a_pin() {
        Actor stranger = floor.slack.joins(new Person("U9", "eve", "T9", Person.Standing.MEMBER));
        stranger.pins(floor.bob.writes("seen by all", floor.channel));
        floor.slack.settles();
        assertThat(floor.slack.deliveries("pin_added")).singleElement().satisfies(pin -> assertThat(
                        pin.payload().path("team_id").asString())
                .isEqualTo(floor.slack.teamId()));
        assertThat(Floor.claims(drill)).isEmpty();
    }

    @Test
    void a_guest_who_pinned_it_first_keeps_no_member_from_it() {
        Actor guest = floor.slack.joins(new Person("U7", "gil", floor.slack.teamId(), Person.Standing.GUEST));
        Message message = floor.bob.writes("seen by all", floor.channel);
        guest.pins(message);
        floor.slack.settles();
        guest.unpins(message);
        floor.ann.pins(message);
        floor.slack.settles();
        assertThat(Floor.claims(drill)).hasSize(1);
    }
}
