package dev.drillbook.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.drillbook.report.Model.Moment;
import dev.drillbook.report.Subject.Naming;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.timeline.Happening;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineSectionTest {
    private final List<Moment> moments = TimelineSection.of(Drills.usual().subject());

    @Test
    void truth_and_claims_are_told_apart() {
        assertThat(moments)
                .filteredOn(moment -> moment.text().contains("restored"))
                .extracting(Moment::kind, Moment::time)
                .contains(tuple("claim", "10:17:03"), tuple("measured", "10:17:08"));
    }

    @Test
    void a_dead_end_says_what_it_cost() {
        assertThat(moments)
                .filteredOn(moment -> moment.kind().equals("dead end"))
                .singleElement()
                .satisfies(moment -> assertThat(moment.note()).isEqualTo("ended after 52 s, at 10:15:49"));
    }

    @Test
    void what_was_said_later_stands_where_it_was_so() {
        assertThat(moments)
                .filteredOn(moment -> moment.text().contains("reports detected"))
                .extracting(Moment::time, Moment::note)
                .containsExactly(tuple("10:14:34", "received at 10:14:36"));
        assertThat(moments).extracting(Moment::time).isSorted();
    }

    @Test
    void nobody_is_named_unless_asked_for() {
        assertThat(moments.toString()).contains("on-call", "responder 1").doesNotContain("alice", "bob", "sam");
        assertThat(TimelineSection.of(Drills.usual().subject(Naming.NAMES)).toString())
                .contains("alice", "bob", "sam");
    }

    @Test
    void each_turn_of_a_probe_is_told_once_the_drill_has_begun() {
        var turns = Drills.aDrill()
                .begun()
                .at(3, turned(new Verdict.Holds("0 %")))
                .at(4, turned(new Verdict.Unknown("no page shows a price")))
                .at(5, turned(new Verdict.Broken("6 %")))
                .at(6, turned(new Verdict.Unknown("no page shows a price")))
                .at(7, turned(new Verdict.Holds("0 %")));
        assertThat(TimelineSection.of(turns.subject()))
                .filteredOn(moment -> moment.text().startsWith("a probe"))
                .extracting(Moment::time)
                .containsExactly("10:14:09", "10:14:10", "10:14:11", "10:14:12");
    }

    private static Happening turned(Verdict verdict) {
        return new Happening.ProbeTurned("a probe", verdict);
    }

    @Test
    void escalations_and_hints_are_marked() {
        assertThat(moments)
                .extracting(Moment::kind)
                .contains("escalation", "hint", "inject", "alert", "fault", "put back");
    }
}
