package dev.drillbook.control;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.runbook.Invalid;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That calls reach the calendar, and its answers the caller, is of the commands' tests. */
class PlanningCallTest {
    private static final LocalDateTime LATER = LocalDateTime.of(2027, 1, 15, 10, 0);

    @ParameterizedTest
    @ValueSource(strings = {"postpone", "skip", "pause", "resume"})
    void nobody_changes_what_is_planned(String change) {
        for (String nobody : new String[] {null, "", " "})
            assertThatThrownBy(() -> new PlanningCall(change, "quarterly", 0, LATER, nobody).ask(null))
                    .isInstanceOf(Invalid.class)
                    .hasMessage("nobody is named: say who");
    }
}
