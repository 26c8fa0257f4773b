package dev.drillbook.control;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.runbook.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No calendar is asked with half a question. */
class PlanningCallTest {
    private static final Planning NOBODY = null;

    @ParameterizedTest
    @ValueSource(strings = {"postpone", "skip", "pause", "resume"})
    void a_schedule_that_was_left_out_is_told(String what) {
        assertThatThrownBy(() -> new PlanningCall(what, null, 0, null, "ada").ask(NOBODY))
                .isInstanceOf(Invalid.class)
                .hasMessage("no schedule was sent; say which");
    }

    @Test
    void so_is_the_time_to_which_one_is_postponed() {
        assertThatThrownBy(() -> new PlanningCall("postpone", "quarterly", 0, null, "ada").ask(NOBODY))
                .isInstanceOf(Invalid.class)
                .hasMessage("no time to postpone it to was sent; say which");
    }

    @Test
    void so_is_a_call_that_there_is_not() {
        assertThatThrownBy(() -> new PlanningCall(null, "quarterly", 0, null, "ada").ask(NOBODY))
                .isInstanceOf(Invalid.class)
                .hasMessage("no call 'null' of the calendar");
    }
}
