package dev.drillbook.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally();

    @Test
    void a_second_is_not_settled_while_one_request_is_open() {
        Due answered = expected(0.1);
        Due open = expected(0.2);
        expected(1.1);
        decided(answered);
        assertThat(tally.settledBefore(9)).isEmpty();
        decided(open);
        assertThat(tally.settledBefore(9)).singleElement().satisfies(second -> assertThat(second.outcomes())
                .extracting(Outcome::due)
                .containsExactly(answered, open));
    }

    @Test
    void a_second_is_not_settled_while_another_request_may_fall_due_in_it() {
        decided(expected(0.1));
        assertThat(tally.settledBefore(9)).isEmpty();
    }

    @Test
    void a_late_second_holds_up_its_successors_so_that_they_come_in_order() {
        Due late = expected(0.1);
        decided(expected(1.1));
        expected(2.1);
        assertThat(tally.settledBefore(9)).isEmpty();
        decided(late);
        assertThat(tally.settledBefore(9)).extracting(Tally.Settled::second).containsExactly(0, 1);
    }

    @Test
    void seconds_without_requests_are_told_too() {
        decided(expected(0.1));
        expected(3.1);
        assertThat(tally.settledBefore(9)).extracting(Tally.Settled::second).containsExactly(0, 1, 2);
    }

    @Test
    void no_second_is_given_away_before_its_time_or_twice() {
        decided(expected(0.1));
        decided(expected(1.1));
        expected(2.1);
        assertThat(tally.settledBefore(1)).extracting(Tally.Settled::second).containsExactly(0);
        assertThat(tally.settledBefore(9)).extracting(Tally.Settled::second).containsExactly(1);
    }

    @Test
    void nothing_can_be_added_to_a_second_that_was_given_away() {
        Due due = expected(0.1);
        decided(due);
        expected(1.1);
        tally.settledBefore(9);
        assertThatThrownBy(() -> decided(due)).isInstanceOf(IllegalStateException.class);
    }

    private Due expected(double second) {
        Due due = new Due((long) (second * 1e9), 0, "/");
        tally.expect(due);
        return due;
    }

    private void decided(Due due) {
        tally.decided(new Outcome(due, 0, 0, false, "", HandTime.NOON, List.of()));
    }
}
