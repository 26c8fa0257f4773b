package dev.drillbook.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final HandTime time = new HandTime();
    private final Tally tally = new Tally();
    private final Beginning beginning = new Beginning(HandTime.NOON, 0);
    private final Pace pace = new Pace(schedule(), tally, beginning, time);

    @Test
    void a_request_is_given_out_at_the_moment_it_is_due() throws InterruptedException {
        for (int i = 0; i < 1_000; i++) assertThat(pace.next().at()).isEqualTo(time.tick());
    }

    @Test
    void while_all_senders_are_busy_requests_become_late_and_none_is_dropped() throws InterruptedException {
        Due last = pace.next();
        time.passes(2 * Beginning.SECOND);
        Schedule expected = schedule();
        expected.next();
        for (int i = 0; i < 20; i++) {
            last = pace.next();
            assertThat(last).isEqualTo(expected.next());
        }
        assertThat(last.at()).isLessThan(time.tick());
    }

    @Test
    void a_second_in_which_we_stood_still_is_unmeasured_and_what_was_due_is_not_sent_afterwards()
            throws InterruptedException {
        Due due = pace.next();
        for (; due.second() < 2; due = pace.next()) decided(due);
        decided(due);
        time.oversleeps(5 * Beginning.SECOND);
        Due next = pace.next();
        for (; time.tick() < 7 * Beginning.SECOND; next = pace.next()) decided(next);
        assertThat(next.at()).isEqualTo(time.tick()).isGreaterThan(7 * Beginning.SECOND);
        assertThat(tally.settledBefore(7))
                .extracting(Tally.Settled::measured)
                .containsExactly(true, true, false, false, false, false, false);
    }

    private void decided(Due due) {
        tally.decided(outcome(due));
    }

    private static Outcome outcome(Due due) {
        return new Outcome(due, 0, 0, false, "", HandTime.NOON, List.of());
    }

    private static Schedule schedule() {
        return new Schedule(Load.usual(), List.of("/"));
    }
}
