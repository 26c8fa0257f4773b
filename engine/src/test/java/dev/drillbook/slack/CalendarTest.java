package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.control.Planning;
import dev.drillbook.runbook.Invalid;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code /drill schedule …}: what is asked of the calendar, and how its answers read. */
class CalendarTest {
    private static final Instant START = Instant.parse("2027-01-05T09:00:00Z");

    /** Lists what there is, and answers a change with the call itself. */
    private static final Planning PLANNING = (Planning) Proxy.newProxyInstance(
            Planning.class.getClassLoader(),
            new Class<?>[] {Planning.class},
            (self, method, arguments) -> switch (method.getName()) {
                case "schedules" ->
                    List.of(new Planning.Scheduled(
                            "quarterly",
                            "wrong-mode",
                            "staging",
                            "Europe/Berlin",
                            "every Monday at 10:00",
                            Optional.of("U2"),
                            Optional.of(START)));
                case "next" -> List.of();
                case "history" -> List.of(past("refused", "may-break allows only Shell"), past("skipped", "paused"));
                default -> method.getName() + Arrays.toString(arguments);
            });

    private static Planning.Occasion past(String state, String why) {
        return new Planning.Occasion(
                "quarterly",
                START,
                START,
                "Europe/Berlin",
                "wrong-mode",
                "staging",
                state,
                List.of(why),
                Optional.empty());
    }

    private static String says(String rest) {
        return Calendar.answer(PLANNING, "U1", rest);
    }

    @Test
    void schedules_are_listed_in_their_zone_and_in_utc() {
        assertThat(says(""))
                .contains("quarterly: wrong-mode on staging", "10:00", "09:00", "PAUSED by U2")
                .isEqualTo(says("list"));
        assertThat(says("next 3")).isEqualTo("nothing");
    }

    /** It may say what the drill breaks, and it may be played another day. */
    @Test
    void why_a_drill_was_refused_is_not_for_players() {
        assertThat(says("history"))
                .contains("refused (why: drillbook schedule history, in a terminal)", "skipped (paused)")
                .doesNotContain("Shell");
    }

    @Test
    void changes_are_made_by_who_says_them() {
        assertThat(says("postpone quarterly to 2027-01-07 10:00"))
                .isEqualTo("postpone[quarterly, 2027-01-07T10:00, U1]");
        assertThat(says("skip quarterly")).isEqualTo("skip[quarterly, U1]");
        assertThat(says("pause quarterly")).isEqualTo("pause[quarterly, U1]");
        assertThat(says("resume quarterly")).isEqualTo("resume[quarterly, U1]");
    }

    @Test
    void what_is_wrong_is_told_with_what_to_say() {
        assertThatThrownBy(() -> says("psotpone quarterly"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("did you mean 'postpone'?");
        assertThatThrownBy(() -> says("postpone quarterly"))
                .hasMessageContaining("to when? say /drill schedule postpone");
        assertThatThrownBy(() -> says("skip")).hasMessageContaining("which one?");
        assertThatThrownBy(() -> says("next week")).hasMessageContaining("is no number");
    }
}
