package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Verb;
import dev.drillbook.slack.loopback.Delivery;
import dev.drillbook.slack.loopback.Signed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTP mode: what is Slack's and new is heard, and nothing else. */
class RequestWayTest {
    @TempDir
    private Path folder;

    private Floor floor;
    private URI address;
    private LiveDrill drill;

    @BeforeEach
    void open() throws IOException {
        floor = new Floor(folder);
        address = floor.opensForRequests();
        drill = floor.starts();
    }

    @AfterEach
    void close() throws IOException {
        assertThat(floor.slack.refused()).isEmpty();
        floor.close();
    }

    private Signed command(String line, Instant at) {
        return floor.slack.signs(floor.ann.drafts("/drill " + line, floor.channel), at);
    }

    private int status(Signed request) throws IOException {
        return request.sentTo(address).statusCode();
    }

    @Test
    void commands_clicks_and_pins_come_in() {
        assertThat(floor.says(floor.ann, "note détected & <sure>")).isEqualTo("recorded");
        Action ack = new Action(Verb.ACK, drill.id(), "");
        assertThat(floor.ann.clicks(ack.id(), floor.offers(ack)).says()).isEqualTo("recorded");
        floor.ann.pins(floor.bob.writes("old pages", floor.channel));
        floor.slack.deliveries("pin_added").forEach(Delivery::answered);
        assertThat(Floor.claims(drill)).hasSize(3);
    }

    @Test
    void a_challenge_is_answered() throws IOException {
        String challenge = "{\"type\":\"url_verification\",\"token\":\"legacy\",\"challenge\":\"3eZbrw1a\"}";
        assertThat(floor.slack
                        .signs(challenge, "application/json", Instant.now())
                        .sentTo(address)
                        .body())
                .isEqualTo("3eZbrw1a");
    }

    @Test
    void a_wrong_signature_is_refused() throws IOException {
        Signed good = command("note x", Instant.now());
        assertThat(status(good.forged())).isEqualTo(401);
        assertThat(status(good.tampered(good.body().replace("note", "abort")))).isEqualTo(401);
        assertThat(status(good.with("X-Slack-Signature", ""))).isEqualTo(401);
        assertThat(status(good.with("X-Slack-Request-Timestamp", "now"))).isEqualTo(401);
        assertThat(Floor.claims(drill)).isEmpty();
    }

    @Test
    void an_old_time_and_one_in_the_future_are_refused() throws IOException {
        assertThat(status(command("note old", Instant.now().minus(Duration.ofMinutes(6)))))
                .isEqualTo(401);
        assertThat(status(command("note early", Instant.now().plus(Duration.ofMinutes(6)))))
                .isEqualTo(401);
        assertThat(status(command("note fine", Instant.now().minus(Duration.ofMinutes(4)))))
                .isEqualTo(200);
        assertThat(Floor.claims(drill)).hasSize(1);
    }

    @Test
    void a_replay_is_refused() throws IOException {
        Signed good = command("note once", Instant.now());
        assertThat(status(good)).isEqualTo(200);
        assertThat(status(good)).isEqualTo(401);
        assertThat(Floor.claims(drill)).hasSize(1);
    }

    @Test
    void a_request_that_comes_again_with_a_new_signature_is_one_claim() throws IOException {
        Delivery draft = floor.ann.drafts("/drill note once", floor.channel);
        Instant now = Instant.now();
        assertThat(status(floor.slack.signs(draft, now))).isEqualTo(200);
        assertThat(status(floor.slack.signs(draft, now.plusSeconds(1)))).isEqualTo(200);
        assertThat(Floor.claims(drill)).hasSize(1);
    }

    @Test
    void a_body_above_a_mebibyte_is_refused() throws IOException {
        Signed large = floor.slack.signs("x".repeat((1 << 20) + 1), "application/json", Instant.now());
        assertThat(status(large)).isEqualTo(413);
    }

    @Test
    void what_is_signed_and_no_request_of_slacks_is_refused() throws IOException {
        assertThat(status(floor.slack.signs("payload=nonsense", "application/x-www-form-urlencoded", Instant.now())))
                .isEqualTo(400);
        assertThat(status(floor.slack.signs("{}", "application/json", Instant.now())))
                .isEqualTo(400);
    }
}
