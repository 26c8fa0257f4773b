package dev.drillbook.timeline;

import static dev.drillbook.timeline.TimelineBuilder.aTimeline;
import static dev.drillbook.timeline.TimelineBuilder.clock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.timeline.Happening.Checked;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Happening.Moment;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Happening.Paid;
import dev.drillbook.timeline.Happening.StaysOwed;
import dev.drillbook.timeline.Happening.WrittenOff;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndosTest {
    @Test
    void what_is_owed_is_paid_last_in_first_out() {
        var timeline = aTimeline()
                .applies("first")
                .applies("second")
                .applies("third")
                .says(new Paid(2, new Payment.PutBack("x"), new Verdict.Holds("gone")))
                .build();
        assertThat(timeline.undos().owed()).extracting(Owed::fault).containsExactly("third", "first");
    }

    @Test
    void what_was_written_off_is_owed_no_longer_and_was_never_paid() {
        var off = new WrittenOff(1, "ann", "scrapped");
        var undos = aTimeline().applies().says(off).build().undos();
        assertThat(undos.owed()).isEmpty();
        assertThat(undos.arePaid()).isFalse();
        assertThat(undos.paidAt()).isEmpty();
        assertThat(undos.writtenOff(1)).contains(off);
    }

    @Test
    void the_last_failure_says_why_an_undo_is_owed() {
        var undos = aTimeline()
                .applies()
                .says(new StaysOwed(1, "refused"))
                .says(new StaysOwed(1, "timed out"))
                .build()
                .undos();
        assertThat(undos.whyOwed(1)).contains("timed out");
        assertThat(undos.whyOwed(2)).isEmpty();
    }

    @Test
    void an_undo_whose_own_line_was_lost_is_unread_until_it_is_paid() {
        var lost = aTimeline().says(new StaysOwed(1, "refused"));
        assertThat(lost.build().undos().isOneUnread()).isTrue();
        var paid = lost.says(new Paid(1, new Payment.PutBack("x"), new Verdict.Holds("gone")));
        assertThat(paid.build().undos().isOneUnread()).isFalse();
    }

    @Test
    void a_fault_that_was_applied_and_whose_undo_was_lost_is_not_paid() {
        var undos = aTimeline().applied(1).build().undos();
        assertThat(undos.isOneUnread()).isTrue();
        assertThat(undos.arePaid()).isFalse();
    }

    @Test
    void what_was_put_back_is_verified_by_the_first_check_after_it_that_holds() {
        var undos = aTimeline()
                .applies()
                .at("10:29:00")
                .says(new Checked(Moment.AFTER, List.of()))
                .at("10:30:00")
                .putsBack(Ending.ABORTED)
                .at("10:30:05")
                .says(new Checked(Moment.AFTER, List.of()))
                .build()
                .undos();
        assertThat(undos.paidAt()).contains(clock("10:30:00"));
        assertThat(undos.verifiedAt()).contains(clock("10:30:05"));
    }
}
