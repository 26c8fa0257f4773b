package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.slack.loopback.SlackOnLoopback;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private SlackOnLoopback slack;
    private People people;

    @BeforeEach
    void start() {
        slack = SlackOnLoopback.start();
        slack.joins("U1", "ann");
        people = new People(
                Outside.slack(URI.create(slack.methodsAddress())).methods(slack.botToken()),
                Executors.newCachedThreadPool(),
                Clock.systemUTC());
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
        slack.until(() -> slack.calls("users.info").size() == 1, "a call");
        slack.faults().end();
        assertThat(ann.join().isGuest()).isFalse();
    }

    @Test
    void an_unknown_person_is_not_kept_as_such() {
        assertThat(people.person("U5")).failsWithin(java.time.Duration.ofSeconds(10));
        slack.joins("U5", "eve");
        assertThat(people.person("U5").join().id()).isEqualTo("U5");
    }
}
