package dev.drillbook.report;

import static dev.drillbook.report.Drills.aDrill;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.report.Model.Alarm;
import dev.drillbook.runbook.Payment.AlreadyRight;
import dev.drillbook.runbook.Payment.PutBack;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.ApplyFailed;
import dev.drillbook.timeline.Happening.Ending;
import org.junit.jupiter.api.Test;

class VerdictSectionTest {
    @Test
    void what_the_team_restored_is_the_teams() {
        var verdict = VerdictSection.of(Drills.usual().subject());
        assertThat(verdict.word()).isEqualTo("Restored by the team");
        assertThat(verdict.text()).isEqualTo("2 min 56 s after first impact. Goals met: 2 of 3.");
        assertThat(verdict.tone()).isEqualTo("neutral");
    }

    @Test
    void what_drillbook_put_back_is_not_the_teams() {
        var drill = aDrill().begun().broken().investigated().putBackByDrillbook(Ending.TIME_LIMIT);
        var verdict = VerdictSection.of(drill.closed(Ending.TIME_LIMIT).subject());
        assertThat(verdict.word()).isEqualTo("Restored by Drillbook.");
        assertThat(verdict.text()).contains("its time limit was reached").contains("Drillbook put it back at 10:17:31");
        assertThat(verdict.tone()).isEqualTo("bad");
    }

    @Test
    void a_fault_that_nobody_felt_needed_no_restoration() {
        var drill = aDrill().begun()
                .at(2.2, Drills.owed(1, Drills.FAULT, "drillbook undo 2026-11-24-1"))
                .at(2.4, new Happening.Applied(1))
                .at(60, new Happening.Aborted("bob", "lunch", false))
                .at(61, new Happening.PaybackBegan(Ending.ABORTED))
                .at(62, Drills.paid(1, new PutBack("mode=good")));
        var verdict = VerdictSection.of(drill.closed(Ending.ABORTED).subject());
        assertThat(verdict.word()).isEqualTo("The steady state never broke.");
        assertThat(verdict.text()).startsWith("The drill was over (");
        assertThat(verdict.tone()).isEqualTo("neutral");
    }

    @Test
    void what_was_broken_before_the_fault_is_not_called_unbroken() {
        var drill = aDrill().begun()
                .at(40, new Happening.ProbeTurned(Drills.ERRORS, new Verdict.Broken("9 %")))
                .at(60, Drills.owed(1, Drills.FAULT, "drillbook undo 2026-11-24-1"))
                .at(60.1, new Happening.Applied(1))
                .at(60.2, new Happening.TookHold(1, "mode=bad"))
                .at(100, new Happening.ProbeTurned(Drills.ERRORS, new Verdict.Holds("0 %")))
                .at(160, new Happening.PaybackBegan(Ending.TIME_LIMIT))
                .at(161, Drills.paid(1, new PutBack("mode=good")));
        Subject subject = drill.closed(Ending.TIME_LIMIT).subject();
        var verdict = VerdictSection.of(subject);
        assertThat(verdict.word()).isEqualTo("Broken before the fault.");
        assertThat(verdict.tone()).isEqualTo("neutral");
        assertThat(new SummarySection(subject).sentences()).anyMatch(text -> text.contains("was broken already"));
        assertThat(Model.of(subject).toString()).doesNotContain("never broke", "never seen to break");
    }

    @Test
    void what_a_rehearsal_restored_is_credited_to_no_team() {
        var drill = aDrill().asRehearsal().begun().broken().investigated().restored();
        assertThat(VerdictSection.of(drill.closed(Ending.RESTORED).subject()).word())
                .isEqualTo("Restored by the rehearsal");
    }

    @Test
    void an_abort_says_who_and_why_and_how_soon_all_was_put_back() {
        var drill = aDrill().begun().broken().at(60, new Happening.Aborted("bob", "wrong cluster", false));
        var subject =
                drill.putBackByDrillbook(Ending.ABORTED).closed(Ending.ABORTED).subject();
        assertThat(VerdictSection.alarms(subject))
                .containsExactly(new Alarm(
                        "Aborted",
                        "responder 1 aborted the drill: wrong cluster. Everything was put back 2 min 21 s after the word, and the"
                                + " steady state was verified 2 min 45 s after it.",
                        ""));
    }

    @Test
    void a_check_before_all_was_put_back_verifies_nothing() {
        var subject = aDrill().begun()
                .broken()
                .at(60, new Happening.Aborted("bob", "", false))
                .at(61, new Happening.PaybackBegan(Ending.ABORTED))
                .closed(Ending.ABORTED)
                .at(400, Drills.paid(1, new PutBack("mode=good")))
                .at(401, Drills.paid(2, new PutBack("removed 61 keys")))
                .subject();
        assertThat(VerdictSection.alarms(subject))
                .extracting(Alarm::text)
                .containsExactly("responder 1 aborted the drill. Everything was put back 5 min 41 s after the word.");
    }

    @Test
    void an_undo_that_was_written_off_and_cannot_be_read_any_more_is_told_all_the_same() {
        var subject = aDrill().begun()
                .at(60, new Happening.Applied(1))
                .at(200, new Happening.PaybackBegan(Ending.ABORTED))
                .closed(Ending.ABORTED)
                .at(400, new Happening.WrittenOff(1, "bob", "that server is gone"))
                .subject();
        assertThat(VerdictSection.alarms(subject)).singleElement().satisfies(alarm -> {
            assertThat(alarm.heading()).isEqualTo("Written off: undo 1, which cannot be read any more");
            assertThat(alarm.text()).contains("responder 1 answered for it", "that server is gone");
        });
    }

    @Test
    void where_the_line_of_an_undo_was_lost_nobody_says_that_everything_was_put_back() {
        var subject = aDrill().begun()
                .at(59, Drills.owed(2, Drills.RESIDUE, "true"))
                .at(60, new Happening.Applied(1))
                .at(200, new Happening.PaybackBegan(Ending.ABORTED))
                .at(201, Drills.paid(2, new PutBack("removed 61 keys")))
                .closed(Ending.ABORTED)
                .subject();
        assertThat(VerdictSection.alarms(subject))
                .extracting(Alarm::heading)
                .containsExactly("It is not known whether everything was put back");
        assertThat(new EvidenceSection(subject).putBack()).contains("NOT known");
    }

    @Test
    void a_record_that_was_changed_is_told_before_all_else() {
        Subject subject = Drills.usual().damaged("journal.jsonl:28: changed").subject();
        assertThat(VerdictSection.alarms(subject)).singleElement().satisfies(alarm -> {
            assertThat(alarm.heading()).isEqualTo("The record of this drill is damaged");
            assertThat(alarm.typed()).isEqualTo("journal.jsonl:28: changed");
        });
        assertThat(new EvidenceSection(subject).evidence().hashes())
                .contains(new Model.Fact("Not as it was written", "journal.jsonl:28: changed"));
    }

    @Test
    void a_real_incident_is_loud() {
        var drill = aDrill().begun().at(60, new Happening.Aborted("bob", "", true));
        assertThat(VerdictSection.alarms(drill.closed(Ending.ABORTED).subject()))
                .extracting(Alarm::heading)
                .containsExactly("A real incident began during this drill");
    }

    @Test
    void an_undo_that_is_owed_comes_with_what_to_type() {
        var drill = aDrill().begun().broken().at(200, new Happening.PaybackBegan(Ending.ABORTED));
        var subject = drill.at(201, new Happening.StaysOwed(1, "Permission denied"))
                .at(202, Drills.paid(2, new PutBack("removed 61 keys")))
                .closed(Ending.ABORTED)
                .subject();
        assertThat(VerdictSection.alarms(subject)).singleElement().satisfies(alarm -> {
            assertThat(alarm.heading()).isEqualTo("Still owed: " + Drills.FAULT);
            assertThat(alarm.text()).contains("Permission denied").contains("drillbook undo 2026-11-24-1");
            assertThat(alarm.typed()).isNotBlank();
        });
        assertThat(new EvidenceSection(subject).putBack())
                .isEqualTo("NOT everything was put back: 1 of 2 undos are still owed.");
        assertThat(VerdictSection.of(subject).word()).isEqualTo("Not restored.");
    }

    @Test
    void where_nothing_was_broken_false_alarms_count() {
        var drill = aDrill().breakingNothing().begun().says(60, "detected", "the database");
        var verdict = VerdictSection.of(drill.closed(Ending.TIME_LIMIT).subject());
        assertThat(verdict.word()).isEqualTo("Nothing was broken.");
        assertThat(verdict.text()).contains("False alarms raised: 1.");
        assertThat(verdict.tone()).isEqualTo("bad");
    }

    @Test
    void calm_where_nothing_was_broken_is_good() {
        var verdict = VerdictSection.of(
                aDrill().breakingNothing().begun().closed(Ending.TIME_LIMIT).subject());
        assertThat(verdict.text()).contains("Nobody raised a false alarm.");
        assertThat(verdict.tone()).isEqualTo("good");
    }

    @Test
    void where_something_else_broke_nobody_is_told_that_nothing_did() {
        var verdict = VerdictSection.of(aDrill().breakingNothing()
                .begun()
                .says(60, "detected", "the database")
                .at(70, new Happening.Aborted("ada", "disk on fire", true))
                .closed(Ending.ABORTED)
                .subject());
        assertThat(verdict.word()).isEqualTo("Nothing was applied.");
        assertThat(verdict.text()).contains("Alarms are not called false: a real incident began.");
        assertThat(verdict.tone()).isEqualTo("neutral");
    }

    @Test
    void a_fault_that_could_not_be_applied_and_broke_nothing_is_told_as_such() {
        var subject = aDrill().begun()
                .at(2.2, Drills.owed(1, Drills.FAULT, "drillbook undo 2026-11-24-1"))
                .at(2.7, new ApplyFailed(1, "no answer from cache"))
                .at(2.8, new Happening.PaybackBegan(Ending.ABORTED))
                .at(2.9, Drills.paid(1, new AlreadyRight("as before")))
                .closed(Ending.ABORTED)
                .subject();
        assertThat(VerdictSection.of(subject).word()).isEqualTo("The fault could not be applied.");
        assertThat(VerdictSection.of(subject).tone()).isEqualTo("neutral");
        assertThat(new SummarySection(subject).sentences())
                .containsExactly("At 10:14:07 Drillbook tried to break the system on purpose; the fault could not be"
                        + " applied, and nothing was broken.");
    }

    @Test
    void a_refused_drill_broke_nothing() {
        var verdict = VerdictSection.of(aDrill().begun()
                .at(3, new Happening.Closed(Ending.REFUSED, null))
                .subject());
        assertThat(verdict.word()).isEqualTo("Refused.");
    }

    @Test
    void a_journal_that_breaks_off_says_so() {
        assertThat(VerdictSection.of(aDrill().begun().broken().subject()).word())
                .isEqualTo("Unfinished.");
    }
}
