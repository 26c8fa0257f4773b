package dev.drillbook.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.drill.Saying;
import dev.drillbook.runbook.Invalid;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UtteranceTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");

    @Test
    void a_verb_and_its_text() {
        Utterance said = heard("hypothesis database overload");
        assertThat(said.verb().saying(said.text())).contains(new Saying.Hypothesis("database overload"));
        assertThat(said.claimed()).isEmpty();
    }

    @Test
    void a_time_at_the_end_is_the_speakers_own() {
        assertThat(heard("detected at 10:15").claimed()).contains(Instant.parse("2026-11-24T09:15:00Z"));
    }

    @Test
    void a_time_that_would_be_in_the_future_was_yesterday() {
        assertThat(heard("detected at 23:50:30").claimed()).contains(Instant.parse("2026-11-23T22:50:30Z"));
    }

    @Test
    void a_date_may_be_given() {
        assertThat(heard("rule-out 1 at 2026-11-20 07:05").claimed()).contains(Instant.parse("2026-11-20T06:05:00Z"));
    }

    @Test
    void of_an_hour_that_comes_twice_the_latest_that_has_been_is_meant() {
        Instant second = Instant.parse("2026-10-25T01:40:00Z"); // 02:40, an hour after the first 02:40
        assertThat(Utterance.of("detected at 02:30", BERLIN, second).claimed())
                .contains(Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(Utterance.of("detected at 02:50", BERLIN, second).claimed())
                .contains(Instant.parse("2026-10-25T00:50:00Z"));
    }

    @Test
    void the_time_is_no_part_of_the_text() {
        assertThat(heard("note cache looks odd at 10:15").text()).isEqualTo("cache looks odd");
    }

    @Test
    void a_dated_time_in_the_future_is_refused() {
        assertThatThrownBy(() -> heard("detected at 2027-01-01 10:00"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("is in the future");
    }

    @Test
    void a_time_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> heard("detected at 25:61"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("10:15");
    }

    @Test
    void a_misspelt_verb_is_told_with_the_nearest() {
        assertThatThrownBy(() -> heard("detcted"))
                .isInstanceOf(Invalid.class)
                .hasMessage("no verb 'detcted'; did you mean 'detected'?");
    }

    @Test
    void detected_and_its_like_are_aliases_of_reached() {
        assertThat(Verb.ACK.saying("")).contains(new Saying.Reached("acknowledged", ""));
        assertThat(Verb.ROOT_CAUSE.saying("the cache")).contains(new Saying.Reached("root cause", "the cache"));
    }

    @Test
    void abort_real_says_that_a_real_incident_began() {
        assertThat(Verb.ABORT.saying("real payments are down")).contains(new Saying.Abort("payments are down", true));
        assertThat(Verb.ABORT.saying("really too much")).contains(new Saying.Abort("really too much", false));
    }

    @Test
    void an_abort_happens_now_and_its_reason_keeps_a_time_even_one_to_come() {
        assertThat(heard("abort real payments are down at 10:15").text()).isEqualTo("real payments are down at 10:15");
        assertThat(heard("abort a sale begins at 2999-01-01 10:15"))
                .isEqualTo(new Utterance(Verb.ABORT, "a sale begins at 2999-01-01 10:15", Optional.empty()));
    }

    @Test
    void a_role_is_a_person_and_words() {
        assertThat(Verb.ROLE.saying("ada incident commander")).contains(new Saying.Role("ada", "incident commander"));
    }

    @Test
    void status_only_asks() {
        assertThat(Verb.STATUS.saying("")).isEmpty();
    }

    private static Utterance heard(String line) {
        return Utterance.of(line, BERLIN, NOW);
    }
}
