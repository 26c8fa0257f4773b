package dev.drillbook.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.report.Model.Fact;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.Ending;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummarySectionTest {
    @Test
    void a_stranger_reads_what_happened() {
        assertThat(new SummarySection(Drills.usual().subject()).sentences())
                .containsExactly(
                        "A deploy gave one of three shop servers a wrong cache configuration. Nothing is down. Some"
                                + " pages are wrong, some are slow, a few fail.",
                        "At 10:14:07 Drillbook broke the system on purpose: " + Drills.FAULT + ". Users felt it from"
                                + " 10:14:12 on; the steady state was broken for 2 min 56 s. 102 users (34.0 %) met a"
                                + " stale or failed answer.",
                        "The team detected it 22 s after first impact, named the root cause 2 min 01 s after that and"
                                + " restored it 2 min 56 s after first impact. Time spent on dead ends: 52 s (1 dead"
                                + " end).");
    }

    @Test
    void a_detection_before_first_impact_is_told_as_one() {
        var drill = Drills.aDrill().begun().broken().says(6, "detected", "").says(40, "root cause", "");
        assertThat(new SummarySection(drill.subject()).sentences())
                .contains("The team detected it 1 s before first impact and named the root cause 34 s after that.");
    }

    @Test
    void without_first_impact_a_detection_counts_from_the_apply() {
        var drill = Drills.aDrill()
                .begun()
                .at(2.4, Drills.owed(1, Drills.FAULT, "drillbook undo 2026-11-24-1"))
                .at(2.4, new Happening.Applied(1))
                .says(6.4, "detected", "")
                .says(40.4, "root cause", "");
        assertThat(new SummarySection(drill.subject()).sentences())
                .contains("The team detected it 4 s after the first fault was applied and named the root cause 34 s"
                        + " after that.");
    }

    @Test
    void start_and_end_are_told_in_utc_and_in_the_teams_zone() {
        assertThat(new SummarySection(Drills.usual().subject()).facts())
                .contains(
                        new Fact("Opened", "2026-11-24 09:14:05 UTC · 2026-11-24 10:14:05 CET"),
                        new Fact("Duration", "3 min 47 s"));
    }

    @Test
    void another_zone_is_used_in_every_time_of_the_document() {
        Subject usual = Drills.usual().subject();
        Subject tokyo = new Subject(
                usual.timeline(),
                usual.scorecard(),
                Drills.HASH,
                List.of(),
                ZoneId.of("Asia/Tokyo"),
                Subject.Naming.ROLES);
        Model model = Model.of(tokyo);
        assertThat(model.facts()).contains(new Fact("Opened", "2026-11-24 09:14:05 UTC · 2026-11-24 18:14:05 JST"));
        assertThat(model.score().metrics().get(0).formula()).contains("detected 18:14:34");
        assertThat(model.toString()).doesNotContain(" 10:14", " 10:15", " 10:16", " 10:17");
    }

    @Test
    void a_rehearsal_says_that_nobody_was_measured() {
        var drill = Drills.aDrill().asRehearsal().begun().broken().closed(Ending.REHEARSAL_OVER);
        assertThat(new SummarySection(drill.subject()).sentences())
                .last()
                .asString()
                .startsWith("This was a rehearsal");
    }

    @Test
    void what_broke_nothing_says_so() {
        var drill = Drills.aDrill().breakingNothing().begun().closed(Ending.TIME_LIMIT);
        assertThat(new SummarySection(drill.subject()).sentences()).contains("Drillbook broke nothing.");
    }

    @Test
    void an_engine_that_died_while_it_applied_leaves_open_whether_it_did() {
        var drill = Drills.aDrill()
                .begun()
                .at(2.2, Drills.owed(1, Drills.FAULT, "drillbook undo 2026-11-24-1"))
                .closed(Ending.INTERRUPTED);
        assertThat(new SummarySection(drill.subject()).sentences())
                .contains(
                        "At 10:14:07 Drillbook was about to break the system on purpose; whether it did is not recorded.");
        assertThat(VerdictSection.of(drill.subject()).word()).isNotEqualTo("Nothing was applied.");
    }

    @Test
    void requests_are_counted_exactly() {
        Subject subject = Drills.usual().subject();
        long failed = subject.timeline().series().between(Drills.time(2.4), Drills.time(227)).seconds().stream()
                .mapToLong(second -> Math.round(second.values().get("traffic.requests")
                        * second.values().get("traffic.errors")))
                .sum();
        assertThat(ImpactSection.of(subject))
                .filteredOn(fact -> fact.name().equals("Requests failed"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.value()).startsWith(failed + " of "));
    }
}
