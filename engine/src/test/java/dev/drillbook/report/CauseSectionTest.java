package dev.drillbook.report;

import static dev.drillbook.report.Drills.aDrill;
import static dev.drillbook.report.Drills.owed;
import static dev.drillbook.report.Drills.paid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.runbook.Payment.AlreadyRight;
import dev.drillbook.runbook.Payment.PutBack;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.Ending;
import java.util.List;
import org.junit.jupiter.api.Test;

class CauseSectionTest {
    private static final String OTHER = "stop the auditor";

    @Test
    void a_fault_that_was_found_repaired_is_credited_though_drillbook_removed_what_it_had_left_behind() {
        assertThat(resolution(Drills.usual()))
                .contains("When Drillbook came to undo the fault, it found it repaired already.");
    }

    @Test
    void what_a_fault_had_left_behind_and_someone_removed_repaired_nothing() {
        var drill = aDrill().begun()
                .broken()
                .at(200, new Happening.PaybackBegan(Ending.TIME_LIMIT))
                .at(200.5, paid(2, new AlreadyRight("no keys")))
                .at(201, paid(1, new PutBack("key-prefix=shop:")));
        assertThat(resolution(drill)).noneMatch(text -> text.contains("repaired already"));
    }

    @Test
    void what_was_right_after_a_try_that_failed_is_credited_to_nobody() {
        var drill = aDrill().begun()
                .broken()
                .at(200, new Happening.PaybackBegan(Ending.TIME_LIMIT))
                .at(203, paid(1, new AlreadyRight("it runs", true)));
        assertThat(resolution(drill)).noneMatch(text -> text.contains("repaired already"));
    }

    @Test
    void of_two_faults_the_one_that_was_found_repaired_is_named() {
        var drill = aDrill().begun()
                .broken()
                .at(30, owed(3, OTHER, "true"))
                .at(31, new Happening.Applied(3))
                .at(200, new Happening.PaybackBegan(Ending.TIME_LIMIT))
                .at(200.5, paid(3, new AlreadyRight("it runs")))
                .at(201, paid(1, new PutBack("key-prefix=shop:")));
        assertThat(resolution(drill))
                .contains("When Drillbook came to undo it, it found repaired already: " + OTHER + ".")
                .noneMatch(text -> text.contains(Drills.FAULT));
    }

    @Test
    void where_nothing_was_applied_nothing_was_resolved() {
        var drill = aDrill().begun().at(1, new Happening.PaybackBegan(Ending.ABORTED));
        assertThat(resolution(drill)).containsExactly("Nothing was broken, so nothing was resolved.");
    }

    @Test
    void where_nothing_was_to_be_applied_yet_neither_story_nor_answer_is_told() {
        var subject = aDrill().begun()
                .at(20, new Happening.Aborted("ada", "disk on fire", true))
                .closed(Ending.ABORTED)
                .subject();
        assertThat(CauseSection.of(subject).story()).isEmpty();
        assertThat(CauseSection.of(subject).answer())
                .isEqualTo("Drillbook broke nothing, so the runbook's answer does not apply.");
        assertThat(new SummarySection(subject).sentences()).containsExactly("Drillbook broke nothing.");
    }

    @Test
    void an_engine_that_died_while_it_applied_leaves_open_whether_anything_was_broken() {
        var drill = aDrill().begun()
                .at(1, owed(1, Drills.FAULT, "true"))
                .at(60, new Happening.PaybackBegan(Ending.INTERRUPTED))
                .at(61, paid(1, new PutBack("key-prefix=shop:")));
        assertThat(resolution(drill))
                .containsExactly("Whether anything was broken is not recorded; Evidence says what was put back.");
        assertThat(Model.of(drill.closed(Ending.INTERRUPTED).subject()).toString())
                .doesNotContain("Nothing was broken");
    }

    @Test
    void what_did_not_last_was_measured_all_the_same() {
        var drill = aDrill().begun()
                .broken()
                .at(60, new Happening.MilestoneMet("mitigated", Drills.time(40), false))
                .at(90, new Happening.MilestoneWithdrawn("mitigated", "the steady state broke again"))
                .at(200, new Happening.PaybackBegan(Ending.TIME_LIMIT));
        assertThat(resolution(drill))
                .contains("Measured as mitigated at 10:14:45, which did not last (every steady-state probe holds).");
    }

    private static List<String> resolution(Drills drill) {
        return CauseSection.of(drill.subject()).resolution();
    }
}
