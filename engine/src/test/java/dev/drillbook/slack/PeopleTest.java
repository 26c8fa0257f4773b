package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.drill.HandClock;
import dev.drillbook.slack.loopback.Person.Standing;
import dev.drillbook.slack.loopback.SlackOnLoopback;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private SlackOnLoopback slack;
    private final HandClock clock = new HandClock();
    private People people;

    @BeforeEach
    void start() {
        slack = SlackOnLoopback.start();
        slack.joins("U1", "ann");
        people = people(Duration.ofSeconds(10));
    }

    private People people(Duration patience) {
        return new People(
                Outside.slack(URI.create(slack.methodsAddress())).methods(slack.botToken()),
                Executors.newCachedThreadPool(),
                clock,
                patience);
    }

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void somebody_is_asked_for_once() {
        people.person("U1").join();
        assertThat(people.person("U1").join().zone()).contains(ZoneId.of("Europe/London"));
        assertThat(slack.calls("users.info")).hasSize(1);
    }

    @Test
    void slack_is_asked_again_when_it_has_had_enough() {
        slack.faults().limitsEvery(1, 1);
        var ann = people.person("U1");
        slack.until(() -> !slack.calls("users.info").isEmpty(), "a call");
        slack.faults().end();
        assertThat(ann.join().isGuest()).isFalse();
    }

    @Test
    void somebody_known_an_hour_ago_is_known_at_once_while_slack_is_away() {
        Person ann = people.person("U1").join();
        clock.turn(Duration.ofMinutes(61));
        slack.faults().limitsEvery(1, 3600);
        assertThat(people.person("U1")).isCompletedWithValue(ann);
        slack.until(() -> slack.calls("users.info").size() == 2, "a second call");
        assertThat(people.person("U1")).isCompletedWithValue(ann);
    }

    @Test
    void after_an_hour_slack_is_asked_again_beside() {
        people.person("U1").join();
        clock.turn(Duration.ofMinutes(61));
        slack.joins(new dev.drillbook.slack.loopback.Person("U1", "ann", slack.teamId(), Standing.GUEST));
        assertThat(people.person("U1").join().isGuest()).isFalse();
        slack.until(() -> people.person("U1").join().isGuest(), "news of her");
        assertThat(slack.calls("users.info")).hasSize(2);
    }

    @Test
    void nobody_waits_as_long_as_slack_asks_us_to() {
        slack.faults().limitsEvery(1, 3600);
        assertThat(people(Duration.ofSeconds(30)).person("U1"))
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withMessageContaining("Slack does not say who you are (status 429)");
    }

    @Test
    void nobody_waits_long_for_a_slack_that_says_nothing() {
        slack.faults().slow(Duration.ofSeconds(3));
        assertThat(people(Duration.ofMillis(500)).person("U1"))
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withMessageContaining("Slack does not say who you are");
    }

    @Test
    void an_unknown_person_is_not_kept_as_such() {
        assertThat(people.person("U5")).failsWithin(Duration.ofSeconds(10));
        slack.joins("U5", "eve");
        assertThat(people.person("U5").join().id()).isEqualTo("U5");
    }
}
