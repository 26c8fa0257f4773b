package dev.drillbook.drill;

import static dev.drillbook.drill.TestDrill.BAD;
import static dev.drillbook.drill.TestDrill.GOOD;
import static dev.drillbook.drill.TestDrill.aDrill;
import static dev.drillbook.drill.TestDrill.defective;
import static dev.drillbook.drill.TestDrill.only;
import static dev.drillbook.drill.TestDrill.probe;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.environment.Limits;
import dev.drillbook.journal.LossyDisk;
import dev.drillbook.runbook.Change;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Milestone;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Refused;
import dev.drillbook.runbook.Rehearsal;
import dev.drillbook.runbook.Runbook;
import dev.drillbook.runbook.Share;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import dev.drillbook.target.ConfigFile;
import dev.drillbook.target.Redis;
import dev.drillbook.target.Shell;
import dev.drillbook.timeline.Claim;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.undo.Guards;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillTest {
    @TempDir
    private Path folder;

    @Test
    void an_undo_is_in_the_journal_before_its_fault_is_in_the_file() {
        var drill = aDrill(folder);
        var spy = new FaultThatLooks(drill.fault(), folder);
        drill.thatAppliesAt(ofSeconds(10), spy).withTimeLimit(ofMinutes(1)).performed();
        assertThat(spy.journalAtApply).contains("\"type\":\"owed\"").doesNotContain("\"type\":\"applied\"");
    }

    @Test
    void where_no_guard_stands_nothing_is_broken() {
        var drill = aDrill(folder).thatBreaksAt(ofSeconds(0)).guardedBy(new NoGuard());
        Timeline timeline = drill.performed();
        assertThat(timeline.ending()).contains(Ending.REFUSED);
        assertThat(timeline.firstApplied()).isEmpty();
        assertThat(drill.read()).isEqualTo(GOOD);
    }

    private static final class NoGuard implements Guards.Posted {
        @Override
        public void awaitReady() {
            throw new Refused("no guard could be started");
        }

        @Override
        public void close() {}
    }

    @Test
    void that_a_guard_was_replaced_is_recorded() {
        Timeline timeline = aDrill(folder)
                .thatBreaksAt(ofSeconds(10))
                .hears(ofSeconds(20), new Message.GuardReplaced("exit 137"))
                .withTimeLimit(ofMinutes(1))
                .performed();
        assertThat(timeline.all(Happening.GuardReplaced.class)).hasSize(1);
    }

    @Test
    void at_the_end_of_its_time_everything_is_put_back() {
        var drill = aDrill(folder).thatBreaksAt(ofSeconds(10)).withTimeLimit(ofMinutes(5));
        Timeline timeline = drill.performed();
        assertThat(drill.read()).isEqualTo(GOOD);
        assertThat(timeline.undos().owed()).isEmpty();
        assertThat(timeline.ending()).contains(Ending.TIME_LIMIT);
        assertThat(timeline.bites()).isTrue();
    }

    @Test
    void what_drillbook_put_back_is_not_credited_to_the_team() {
        Timeline timeline = aDrill(folder)
                .thatBreaksAt(ofSeconds(10))
                .withTimeLimit(ofMinutes(5))
                .performed();
        assertThat(timeline.met(Milestone.RESTORED).orElseThrow().byDrillbook()).isTrue();
        assertThat(timeline.reached(Milestone.RESTORED)).isEmpty();
    }

    @Test
    void what_an_undo_itself_breaks_is_seen_after_it() {
        var drill = aDrill(folder);
        Timeline timeline = drill.thatAppliesAt(
                        ofSeconds(10),
                        Shell.run("true")
                                .undoneBy(
                                        "cp",
                                        drill.made("broken", "mode=bad"),
                                        drill.config().toString()))
                .withTimeLimit(ofMinutes(1))
                .performed();
        assertThat(timeline.undos().arePaid()).isTrue();
        assertThat(timeline.undos().verifiedAt()).isEmpty();
        assertThat(timeline.all(Happening.Checked.class).get(1).what().holds()).isFalse();
    }

    @Test
    void what_an_undo_itself_breaks_takes_nothing_from_the_team() {
        var drill = aDrill(folder);
        Object[] breakIt = {
            "cp", drill.made("broken", "mode=bad\n"), drill.config().toString()
        };
        Timeline timeline = drill.thatAppliesAt(ofSeconds(1), Shell.run(breakIt).undoneBy(breakIt))
                .edits(ofSeconds(20), GOOD)
                .withTimeLimit(ofMinutes(1))
                .performed();
        assertThat(timeline.all(Happening.MilestoneWithdrawn.class)).isEmpty();
        assertThat(timeline.reached(Milestone.MITIGATED)).isPresent();
    }

    @Test
    void of_one_look_that_sees_one_probe_heal_and_another_break_the_breach_goes_on() {
        var drill = aDrill(folder);
        Timeline timeline = drill.alsoSteadyWhile(
                        probe("another is right", () -> !drill.read().contains("half")))
                .thatBreaksAt(ofSeconds(10))
                .edits(ofSeconds(30), "mode=half\n")
                .edits(ofSeconds(50), GOOD)
                .withTimeLimit(ofMinutes(3))
                .performed();
        assertThat(timeline.breaches()).hasSize(1);
        assertThat(timeline.all(Happening.ProbeTurned.class).stream()
                        .map(turn -> turn.what().probe() + ": "
                                + turn.what().verdict().breaches()))
                .containsSubsequence("another is right: true", "file is right: false", "another is right: false");
    }

    @Test
    void users_who_suffer_while_a_fault_is_still_being_applied_count() {
        Timeline timeline = aDrill(folder)
                .thatBreaksAt(ofSeconds(10))
                .thatTakesToApply(ofSeconds(12))
                .edits(ofSeconds(60), GOOD)
                .performed();
        assertThat(timeline.bites()).isTrue();
        assertThat(timeline.firstImpact().orElseThrow())
                .isBefore(timeline.first(Happening.Applied.class).orElseThrow().at());
        assertThat(timeline.reached(Milestone.MITIGATED)).isPresent();
        assertThat(timeline.ending()).contains(Ending.RESTORED);
    }

    @Test
    void a_repair_that_holds_ends_the_drill_as_restored() {
        Timeline timeline = aDrill(folder)
                .thatBreaksAt(ofSeconds(10))
                .edits(ofMinutes(3), GOOD)
                .performed();
        var restored = timeline.met(Milestone.RESTORED).orElseThrow();
        assertThat(timeline.ending()).contains(Ending.RESTORED);
        assertThat(restored.byDrillbook()).isFalse();
        assertThat(Duration.between(opened(timeline), restored.since())).isEqualTo(ofMinutes(3));
        assertThat(only(timeline, Happening.Paid.class).payment()).isInstanceOf(Payment.AlreadyRight.class);
    }

    @Test
    void a_fault_that_is_due_after_the_first_one_was_restored_is_applied_too_and_must_be_repaired_as_well() {
        Timeline timeline = aDrill(folder)
                .thatBreaksAt(ofSeconds(10))
                .edits(ofMinutes(1), GOOD)
                .thatBreaksAt(ofMinutes(5))
                .thatTakesToApply(ofSeconds(3))
                .edits(ofMinutes(7), GOOD)
                .performed();
        assertThat(timeline.all(Happening.Applied.class)).hasSize(2);
        assertThat(timeline.ending()).contains(Ending.RESTORED);
        Instant restored = timeline.reached(Milestone.RESTORED).orElseThrow();
        assertThat(Duration.between(opened(timeline), restored)).isEqualTo(ofMinutes(7));
    }

    @Test
    void where_the_team_restored_the_first_fault_only_the_drill_was_not_restored_by_it() {
        Timeline timeline = aDrill(folder)
                .thatBreaksAt(ofSeconds(10))
                .edits(ofMinutes(1), GOOD)
                .thatBreaksAt(ofMinutes(5))
                .withTimeLimit(ofMinutes(8))
                .performed();
        assertThat(timeline.ending()).contains(Ending.TIME_LIMIT);
        assertThat(timeline.reached(Milestone.RESTORED)).isEmpty();
        assertThat(timeline.met(Milestone.RESTORED).orElseThrow().byDrillbook()).isTrue();
    }

    @Test
    void a_repair_that_does_not_last_for_the_hold_time_restores_nothing() {
        Timeline timeline = aDrill(folder)
                .thatBreaksAt(ofSeconds(10))
                .edits(ofMinutes(3), GOOD)
                .edits(ofMinutes(3).plusSeconds(15), "mode=bad\n")
                .withTimeLimit(ofMinutes(6))
                .performed();
        assertThat(timeline.ending()).contains(Ending.TIME_LIMIT);
        assertThat(timeline.reached(Milestone.MITIGATED)).isEmpty();
    }

    @Test
    void another_setting_that_mitigates_is_not_yet_restoration_while_the_fault_is_there() {
        var drill = aDrill(folder);
        Timeline timeline = drill.thatBreaksAt(ofSeconds(10))
                .edits(ofMinutes(2), "mode=third\n")
                .withTimeLimit(ofMinutes(10))
                .performed();
        assertThat(timeline.met(Milestone.MITIGATED)).isPresent();
        assertThat(drill.read()).isEqualTo("mode=third\n");
        assertThat(only(timeline, Happening.Paid.class).payment()).isInstanceOf(Payment.LeftAlone.class);
    }

    @Test
    void a_third_value_with_which_the_steady_state_is_broken_stays_owed_and_says_so() {
        var drill = aDrill(folder);
        Timeline timeline = drill.thatBreaksAt(ofSeconds(10))
                .edits(ofMinutes(2), "mode=another-bad\n")
                .withTimeLimit(ofMinutes(10))
                .performed();
        assertThat(drill.read()).isEqualTo("mode=another-bad\n");
        assertThat(timeline.undos().owed()).hasSize(1);
        assertThat(timeline.undos().whyOwed(1).orElseThrow())
                .contains("mode=another-bad", "the steady state is broken: file is right is broken: no");
    }

    @Test
    void a_hint_stays_unsaid_once_its_milestone_is_reached() {
        Timeline timeline = aDrill(folder)
                .thatBreaksAt(ofSeconds(10))
                .withHint("look at the support channel", ofMinutes(10), "detected")
                .hears(ofMinutes(4), "on-call", new Saying.Reached("detected", ""))
                .withTimeLimit(ofMinutes(15))
                .performed();
        assertThat(timeline.hints()).isEmpty();
    }

    @Test
    void a_hint_is_given_at_its_time_while_its_milestone_is_not_reached() {
        Timeline timeline = aDrill(folder)
                .thatBreaksAt(ofSeconds(10))
                .withHint("look at the support channel", ofMinutes(10), "detected")
                .withTimeLimit(ofMinutes(15))
                .performed();
        var given = timeline.hints().get(0);
        assertThat(Duration.between(timeline.began().orElseThrow(), given.at())).isEqualTo(ofMinutes(10));
    }

    @Test
    void a_hint_that_was_asked_for_does_not_come_again() {
        Timeline timeline = aDrill(folder)
                .thatBreaksAt(ofSeconds(10))
                .withHint("look at the support channel", ofMinutes(10), "detected")
                .hears(ofMinutes(2), "on-call", new Saying.Hint())
                .withTimeLimit(ofMinutes(15))
                .performed();
        assertThat(only(timeline, Happening.HintGiven.class).asked()).isTrue();
    }

    @Test
    void an_abort_undoes_and_verifies() {
        var drill = aDrill(folder)
                .thatBreaksAt(ofSeconds(10))
                .hears(ofMinutes(1), "ada", new Saying.Abort("too much", false));
        Timeline timeline = drill.performed();
        assertThat(drill.read()).isEqualTo(GOOD);
        assertThat(timeline.ending()).contains(Ending.ABORTED);
        assertThat(timeline.all(Happening.Checked.class).get(1).what().holds()).isTrue();
    }

    @Test
    void that_a_real_incident_began_is_recorded_though_the_drill_is_ending_already() {
        var drill = aDrill(folder)
                .thatBreaksAt(ofSeconds(10))
                .hears(ofMinutes(1), "ada", new Saying.Abort("lunch", false))
                .hears(ofMinutes(1).plusSeconds(2), "bob", new Saying.Abort("disk on fire", true))
                .hears(ofMinutes(1).plusSeconds(2), "eve", new Saying.Abort("me too", false));
        Timeline timeline = drill.performed();
        assertThat(timeline.aborted()).contains(new Happening.Aborted("bob", "disk on fire", true));
        assertThat(timeline.all(Happening.Aborted.class)).hasSize(2);
        assertThat(timeline.ending()).contains(Ending.ABORTED);
        assertThat(drill.answer("bob")).contains("a real incident began is recorded");
        assertThat(drill.answer("eve")).isEqualTo("the drill is ending already");
    }

    @Test
    void an_abort_that_cannot_be_recorded_undoes_all_the_same() {
        LossyDisk disk = new LossyDisk();
        disk.refuse("\"type\":\"aborted\"", 2);
        var drill = aDrill(folder)
                .recordedOn(disk)
                .thatBreaksAt(ofSeconds(10))
                .hears(ofMinutes(1), "ada", new Saying.Abort("", false));
        Timeline timeline = drill.performed();
        assertThat(drill.read()).isEqualTo(GOOD);
        assertThat(timeline.ending()).contains(Ending.ABORTED);
        assertThat(timeline.over()).contains(timeline.entries().get(0).at().plus(ofMinutes(1)));
        assertThat(drill.answer("ada")).contains("aborting", "cannot be recorded");
    }

    @Test
    void an_abort_on_a_full_disk_is_recorded_in_the_room_that_was_kept() {
        LossyDisk disk = new LossyDisk();
        disk.refuse("\"type\":\"aborted\"", 1);
        var drill = aDrill(folder)
                .recordedOn(disk)
                .thatBreaksAt(ofSeconds(10))
                .hears(ofMinutes(1), "ada", new Saying.Abort("lunch", false));
        assertThat(drill.performed().aborted()).contains(new Happening.Aborted("ada", "lunch", false));
        assertThat(drill.answer("ada")).doesNotContain("recorded");
    }

    @Test
    void a_fault_that_nobody_saw_holds_up_no_end_once_it_is_put_back() {
        var drill = aDrill(folder);
        Timeline timeline = drill.thatAppliesAt(ofSeconds(10), new Unseen(drill.fault()))
                .hears(ofMinutes(1), "ada", new Saying.Abort("", false))
                .performed();
        Duration toTheEnd = Duration.between(
                timeline.first(Happening.Aborted.class).orElseThrow().at(), timeline.end());
        assertThat(toTheEnd).isLessThan(Runbook.PATIENCE);
        assertThat(timeline.met(Milestone.RESTORED)).isPresent();
    }

    /** It is put back before anyone looks. */
    private static final class Unseen extends RealFaultBut {
        Unseen(Fault real) {
            super(real);
        }

        @Override
        public Verdict tookHold(World world) {
            return new Verdict.Broken("not seen");
        }
    }

    @Test
    void an_abort_before_the_fault_breaks_nothing() {
        Timeline timeline = aDrill(folder)
                .thatBreaksAt(ofMinutes(5))
                .hears(ofMinutes(1), "ada", new Saying.Abort("", false))
                .performed();
        assertThat(timeline.firstApplied()).isEmpty();
        assertThat(only(timeline, Happening.NotSent.class).beats()).hasSize(1);
    }

    @Test
    void the_lease_of_its_environment_ends_a_drill_before_its_time_limit() {
        Timeline timeline = aDrill(folder)
                .thatBreaksAt(ofMinutes(2))
                .withTimeLimit(ofMinutes(20))
                .limitedBy(
                        new Limits(Set.of(), List.of(), Optional.empty(), Optional.empty(), Optional.of(ofMinutes(5))))
                .performed();
        assertThat(timeline.ending()).contains(Ending.TIME_LIMIT);
        assertThat(timeline.brief().timeLimit()).isEqualTo(ofMinutes(7)); // by which its guard goes, too
        assertThat(Duration.between(
                        timeline.firstApplied().orElseThrow(), timeline.over().orElseThrow()))
                .isEqualTo(ofMinutes(5));
    }

    @Test
    void a_longer_lease_changes_nothing() {
        Timeline timeline = aDrill(folder)
                .thatBreaksAt(ofMinutes(2))
                .withTimeLimit(ofMinutes(4))
                .limitedBy(
                        new Limits(Set.of(), List.of(), Optional.empty(), Optional.empty(), Optional.of(ofMinutes(5))))
                .performed();
        assertThat(timeline.brief().timeLimit()).isEqualTo(ofMinutes(4));
    }

    @Test
    void more_faults_than_may_be_are_refused_before_the_first_is_applied() {
        var drill = aDrill(folder);
        Timeline timeline = drill.thatBreaksAt(ofSeconds(10))
                .thatBreaksAt(ofMinutes(5))
                .limitedBy(new Limits(Set.of(), List.of(), Optional.of(1), Optional.empty(), Optional.empty()))
                .performed();
        assertThat(timeline.ending()).contains(Ending.REFUSED);
        assertThat(only(timeline, Happening.Refused.class).why())
                .startsWith("may-break allows 1 fault(s) at once here, and this runbook applies 2: ");
        assertThat(timeline.all(Happening.Owed.class)).isEmpty();
    }

    @Test
    void a_drill_that_touches_more_users_than_it_may_is_ended_and_put_back() {
        var drill = aDrill(folder).withSite().limitedBy(atMostAFifthOfTheUsers());
        Timeline timeline = drill.thatBreaksAt(ofSeconds(10))
                .measures(ofMinutes(1), "traffic.touched", 0.2)
                .measures(ofMinutes(2), "traffic.touched", 0.21)
                .performed();
        assertThat(timeline.ending()).contains(Ending.ABORT_CONDITION);
        assertThat(only(timeline, Happening.Aborted.class).why()).startsWith("traffic.touched above 20 % ");
        assertThat(Duration.between(opened(timeline), timeline.over().orElseThrow()))
                .isBetween(ofMinutes(2), ofMinutes(2).plusSeconds(1));
        assertThat(drill.read()).isEqualTo(GOOD);
    }

    @Test
    void where_users_are_limited_and_cannot_be_counted_nothing_is_broken() {
        Timeline timeline = aDrill(folder)
                .thatBreaksAt(ofSeconds(10))
                .limitedBy(atMostAFifthOfTheUsers())
                .performed();
        assertThat(timeline.ending()).contains(Ending.REFUSED);
        assertThat(only(timeline, Happening.Refused.class).why()).contains("has no site", "give it one");
        assertThat(timeline.all(Happening.Owed.class)).isEmpty();
    }

    private static Limits atMostAFifthOfTheUsers() {
        return new Limits(Set.of(), List.of(), Optional.empty(), Optional.of(new Share(0.2)), Optional.empty());
    }

    @Test
    void what_a_fault_would_leave_behind_must_be_allowed_too() {
        var drill = aDrill(folder);
        Timeline timeline = drill.thatAppliesAt(
                        ofSeconds(10),
                        drill.fault(),
                        Redis.at("redis://127.0.0.1:1").keys("shop-v2:*"))
                .limitedBy(new Limits(
                        Set.of("ConfigFile"), List.of(), Optional.empty(), Optional.empty(), Optional.empty()))
                .performed();
        assertThat(only(timeline, Happening.Refused.class).why())
                .startsWith("may-break allows only ConfigFile here, and not Redis ");
        assertThat(timeline.all(Happening.Owed.class)).isEmpty();
    }

    @Test
    void what_a_fault_touches_is_looked_at_again_before_it_is_applied() throws IOException {
        var drill = confinedToItsFile();
        Path link = Files.createSymbolicLink(folder.resolve("link.properties"), drill.config());
        Path other = Path.of(drill.made("other.properties", GOOD));
        Timeline timeline = drill.thatAppliesAt(
                        ofSeconds(10), ConfigFile.at(link.toString()).set(Map.of("mode", "bad")))
                .does(ofSeconds(5), () -> leads(link, other))
                .performed();
        assertThat(only(timeline, Happening.Refused.class).why()).contains("may-break allows only", "other.properties");
        assertThat(timeline.ending()).contains(Ending.REFUSED);
        assertThat(timeline.all(Happening.Owed.class)).isEmpty();
        assertThat(other).hasContent(GOOD);
    }

    @Test
    void what_breaks_by_itself_while_a_drill_looks_ahead_is_not_broken_further() {
        var drill = aDrill(folder).thatTakesToLookAhead(ofSeconds(40)).thatBreaksAt(ofSeconds(0));
        Timeline timeline = drill.edits(ofSeconds(20), "mode=" + BAD + "\n").performed();
        assertThat(timeline.ending()).contains(Ending.REFUSED);
        assertThat(only(timeline, Happening.Refused.class).why()).startsWith("the steady state does not hold: ");
        assertThat(timeline.all(Happening.Owed.class)).isEmpty();
    }

    @Test
    void a_fault_that_is_due_in_a_freeze_is_refused() {
        var drill = aDrill(folder).frozenFrom(ofSeconds(5)).thatBreaksAt(ofSeconds(10));
        Timeline timeline = drill.performed();
        assertThat(only(timeline, Happening.Refused.class).why()).contains("freeze sale");
        assertThat(timeline.ending()).contains(Ending.REFUSED);
        assertThat(timeline.all(Happening.Owed.class)).isEmpty();
        assertThat(drill.read()).isEqualTo(GOOD);
    }

    @Test
    void against_what_faults_are_checked_is_on_record() throws IOException {
        assertThat(confinedToItsFile()
                        .thatBreaksAt(ofSeconds(10))
                        .performed()
                        .opened()
                        .mayBreak())
                .hasValueSatisfying(limits -> assertThat(limits).startsWith("targets "));
        assertThat(aDrill(Files.createDirectory(folder.resolve("free")))
                        .thatBreaksAt(ofSeconds(10))
                        .performed()
                        .opened()
                        .mayBreak())
                .contains("whatever the runbook names");
    }

    @Test
    void what_a_rehearsal_repairs_must_be_allowed_too() throws IOException {
        var drill = confinedToItsFile();
        Path other = Path.of(drill.made("other.properties", GOOD));
        Timeline timeline = drill.thatBreaksAt(ofSeconds(10))
                .rehearsing(ofSeconds(20), repairOf(other))
                .performed();
        assertThat(only(timeline, Happening.Refused.class).why()).contains("may-break allows only", "other.properties");
        assertThat(other).hasContent(GOOD);
    }

    @Test
    void what_a_rehearsal_repairs_is_looked_at_again_before_it_is_repaired() throws IOException {
        var drill = confinedToItsFile();
        Path link = Files.createSymbolicLink(folder.resolve("link.properties"), drill.config());
        Path other = Path.of(drill.made("other.properties", GOOD));
        Timeline timeline = drill.thatBreaksAt(ofSeconds(10))
                .rehearsing(ofSeconds(20), repairOf(link))
                .does(ofSeconds(15), () -> leads(link, other))
                .performed();
        assertThat(only(timeline, Happening.Aborted.class).why())
                .contains("the rehearsal's repair failed: may-break allows only", "other.properties");
        assertThat(other).hasContent(GOOD);
        assertThat(drill.read()).isEqualTo(GOOD);
    }

    private TestDrill confinedToItsFile() throws IOException {
        var drill = aDrill(folder);
        List<String> itsFile = List.of(drill.config().toRealPath().toString());
        return drill.limitedBy(new Limits(Set.of(), itsFile, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static Rehearsal.Move repairOf(Path file) {
        return new Rehearsal.Repair(ConfigFile.at(file.toString()).set(Map.of("mode", "repaired")));
    }

    @Test
    void who_is_touched_while_the_first_fault_is_being_applied_counts() {
        var drill = aDrill(folder);
        drill.thatBreaksAt(ofSeconds(10)).thatTakesToApply(ofSeconds(5)).performed();
        assertThat(drill.whenBreaking().all(Happening.Owed.class)).hasSize(1);
        assertThat(drill.whenBreaking().all(Happening.Applied.class)).isEmpty();
    }

    private static void leads(Path link, Path to) {
        try {
            Files.delete(link);
            Files.createSymbolicLink(link, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_condition_aborts_the_drill() {
        var drill = aDrill(folder);
        Timeline timeline = drill.thatBreaksAt(ofSeconds(10))
                .thatAbortsWhen(probe("it is bad", () -> drill.read().contains(BAD)))
                .performed();
        assertThat(timeline.ending()).contains(Ending.ABORT_CONDITION);
        assertThat(drill.read()).isEqualTo(GOOD);
    }

    @Test
    void what_made_a_condition_hold_is_seen_before_it_is_put_back_though_the_condition_was_asked_first() {
        var drill = aDrill(folder);
        Timeline timeline = drill.thatBreaksAt(ofSeconds(10))
                .thatAbortsWhen(probe("it is bad", () -> drill.read().contains(BAD)))
                .thatAsksConditionsFirst()
                .performed();
        assertThat(timeline.ending()).contains(Ending.ABORT_CONDITION);
        assertThat(timeline.bites()).isTrue();
    }

    @Test
    void a_condition_that_must_last_aborts_it_once_it_has_lasted_without_a_break() {
        var drill = aDrill(folder);
        Timeline timeline = drill.thatBreaksAt(ofSeconds(10))
                .thatAbortsWhen(
                        probe("it is bad", () -> drill.read().contains(BAD)).lasting(ofSeconds(30)))
                .edits(ofSeconds(25), GOOD)
                .edits(ofSeconds(28), "mode=" + BAD + "\n")
                .performed();
        assertThat(timeline.ending()).contains(Ending.ABORT_CONDITION);
        assertThat(only(timeline, Happening.Aborted.class).why()).startsWith("it is bad lasting 30 s ");
        // from the second 28 after it was opened, or the next look
        assertThat(Duration.between(
                        timeline.entries().get(0).at(),
                        timeline.all(Happening.Aborted.class).get(0).at()))
                .isBetween(ofSeconds(58), ofSeconds(60));
    }

    @Test
    void what_nobody_saw_for_a_while_does_not_count() {
        var drill = aDrill(folder);
        List<Boolean> asked = new java.util.ArrayList<>();
        Timeline timeline = drill.withTimeLimit(ofSeconds(50))
                .thatAbortsWhen(probe("it is so", () -> {
                            asked.add(true);
                            if (asked.size() > 20 && asked.size() < 30) throw new IllegalStateException("no answer");
                            return true;
                        })
                        .lasting(ofSeconds(30)))
                .performed();
        assertThat(timeline.ending()).contains(Ending.TIME_LIMIT);
    }

    @Test
    void one_that_cannot_be_told_for_a_moment_goes_on_lasting() {
        var drill = aDrill(folder);
        List<Boolean> asked = new java.util.ArrayList<>();
        Timeline timeline = drill.withTimeLimit(ofSeconds(45))
                .thatAbortsWhen(probe("it is so", () -> {
                            asked.add(true);
                            if (asked.size() == 20) throw new IllegalStateException("no answer");
                            return true;
                        })
                        .lasting(ofSeconds(30)))
                .performed();
        assertThat(timeline.ending()).contains(Ending.ABORT_CONDITION);
    }

    @Test
    void a_drill_is_refused_with_the_readings_when_the_steady_state_does_not_hold() {
        Timeline timeline = aDrill(folder)
                .thatFinds("mode=" + BAD + "\n")
                .thatBreaksAt(ofSeconds(10))
                .performed();
        assertThat(timeline.ending()).contains(Ending.REFUSED);
        assertThat(only(timeline, Happening.Refused.class).why()).contains("file is right is broken: no");
        assertThat(timeline.firstApplied()).isEmpty();
    }

    @Test
    void a_fault_that_cannot_be_undone_is_refused_before_anything_is_broken() {
        Timeline timeline = aDrill(folder)
                .thatAppliesAt(
                        ofSeconds(10),
                        dev.drillbook.target.ConfigFile.at(
                                        folder.resolve("missing.properties").toString())
                                .set(java.util.Map.of("mode", BAD)))
                .performed();
        assertThat(timeline.ending()).contains(Ending.REFUSED);
    }

    @Test
    void a_fault_that_fails_half_way_is_undone_all_the_same() {
        var drill = aDrill(folder);
        Timeline timeline = drill.thatAppliesAt(ofSeconds(10), new FaultThatFails(drill.fault()))
                .performed();
        assertThat(drill.read()).isEqualTo(GOOD);
        assertThat(only(timeline, Happening.ApplyFailed.class).why()).contains("half-way");
        assertThat(timeline.ending()).contains(Ending.ABORTED);
    }

    @Test
    void what_a_person_set_after_the_undo_was_read_stays_and_the_drill_is_aborted() {
        var drill = aDrill(folder);
        Fault fault = new FaultThatSomeoneForestalls(drill.fault(), drill.config());
        var timeline = drill.thatAppliesAt(ofSeconds(10), fault).performed();
        assertThat(only(timeline, Happening.ApplyFailed.class).why()).contains("someone else changed it");
        assertThat(drill.read()).isEqualTo("mode=theirs, 2\n");
        assertThat(timeline.undos().owed()).isEmpty();
    }

    @Test
    void a_defect_in_the_loop_leaves_nothing_broken() {
        var drill = aDrill(folder);
        Timeline timeline = drill.thatBreaksAt(ofSeconds(10))
                .hears(ofMinutes(1), new Message.Said("ada", null, null, null, null))
                .performed();
        assertThat(drill.read()).isEqualTo(GOOD);
        assertThat(timeline.ending()).contains(Ending.DEFECT);
    }

    @Test
    void a_defect_while_everything_is_put_back_holds_up_nothing() {
        var drill = aDrill(folder);
        Timeline timeline = drill.thatBreaksAt(ofSeconds(10))
                .thatTakesToApply(ofSeconds(5))
                .hears(ofSeconds(11), "ada", new Saying.Abort("", false))
                .hears(ofSeconds(12), new Message.Said("ada", null, null, null, null))
                .performed();
        assertThat(drill.read()).isEqualTo(GOOD);
        assertThat(timeline.undos().arePaid()).isTrue();
        assertThat(timeline.isClosed()).isTrue();
    }

    @Test
    void an_undo_that_fails_stays_owed() {
        var drill = aDrill(folder);
        Timeline timeline = drill.thatBreaksAt(ofSeconds(10))
                .withTimeLimit(ofMinutes(2))
                .does(ofMinutes(1), () -> {
                    drill.config().toFile().delete();
                    drill.config().toFile().mkdir();
                })
                .performed();
        assertThat(timeline.undos().owed()).hasSize(1);
        assertThat(timeline.first(Happening.StaysOwed.class)).isPresent();
    }

    @Test
    void probes_that_throw_end_nothing_and_keep_nothing_from_being_put_back() {
        var drill = aDrill(folder);
        Supplier<Boolean> throwing = () -> {
            if (drill.read().contains(BAD)) throw new IllegalStateException("a defect of its own");
            return true;
        };
        Timeline timeline = drill.thatAppliesAt(ofSeconds(10), new Unseeable(drill.fault()))
                .alsoSteadyWhile(defective("it is well", throwing))
                .thatAbortsWhen(defective("it is too bad", () -> !throwing.get()))
                .withGoal("looked", ofMinutes(5), defective("somebody looked", throwing))
                .withTimeLimit(ofSeconds(20))
                .performed();
        assertThat(timeline.ending()).contains(Ending.TIME_LIMIT);
        assertThat(timeline.undos().verifiedAt()).isPresent();
        assertThat(drill.read()).isEqualTo(GOOD);
    }

    /** While it is there, its probe throws. */
    private static final class Unseeable extends RealFaultBut {
        Unseeable(Fault real) {
            super(real);
        }

        @Override
        public Verdict tookHold(World world) {
            Verdict verdict = real.tookHold(world);
            if (verdict.holds()) throw new IllegalStateException("a defect of its own");
            return verdict;
        }
    }

    @Test
    void claims_keep_the_time_they_name() {
        Timeline timeline = aDrill(folder)
                .thatBreaksAt(ofSeconds(10))
                .hears(ofMinutes(2), "ada", new Saying.Hypothesis("database overload"))
                .hears(ofMinutes(3), "ada", new Saying.RuleOut("Database Overload"))
                .withTimeLimit(ofMinutes(5))
                .performed();
        assertThat(only(timeline, Claim.RuledOut.class).number()).isEqualTo(1);
        assertThat(timeline.openHypotheses()).isEmpty();
    }

    @Test
    void a_claim_that_waited_for_the_loop_has_the_time_at_which_it_came() {
        Timeline timeline = aDrill(folder)
                .thatBreaksAt(ofSeconds(10))
                .hearsLate(ofMinutes(2), ofSeconds(3), "ada", new Saying.Note("errors on one server"))
                .withTimeLimit(ofMinutes(5))
                .performed();
        var note = timeline.first(Claim.Noted.class).orElseThrow();
        assertThat(note.what().claimed()).isEqualTo(note.at().minusSeconds(3));
    }

    @Test
    void a_claim_that_does_not_fit_is_answered_with_what_to_say_and_not_recorded() {
        var drill = aDrill(folder)
                .thatBreaksAt(ofSeconds(10))
                .hears(ofMinutes(2), "ada", new Saying.RuleOut("3"))
                .withTimeLimit(ofMinutes(5));
        assertThat(drill.performed().claims()).isEmpty();
        assertThat(drill.answer("ada")).startsWith("no hypothesis is open");
    }

    @Test
    void a_drill_that_breaks_nothing_is_over_when_every_goal_is_reached() {
        Timeline timeline = aDrill(folder)
                .withGoal("all clear", ofMinutes(10))
                .withInject(ofMinutes(1), "Database CPU is at 80 %.")
                .hears(ofMinutes(4), "ada", new Saying.Reached("all clear", ""))
                .performed();
        assertThat(timeline.ending()).contains(Ending.RESTORED);
        assertThat(Rehearsed.failures(timeline)).isEmpty();
    }

    @Test
    void a_rehearsal_without_a_repair_fails_in_minutes() {
        var drill = aDrill(folder)
                .thatBreaksAt(Duration.ZERO)
                .withGoal("restored", ofMinutes(45))
                .rehearsing(ofSeconds(40), new Rehearsal.Say("note", "nobody repairs"));
        Timeline timeline = drill.performed();
        assertThat(Rehearsed.failures(timeline))
                .containsExactly("not restored: the rehearsal's repair did not bring the steady state back");
        assertThat(Duration.between(opened(timeline), timeline.end())).isLessThan(ofSeconds(130));
        assertThat(drill.read()).isEqualTo(GOOD);
    }

    @Test
    void a_rehearsal_may_name_the_root_cause_in_its_own_words() {
        Timeline timeline = aDrill(folder)
                .thatBreaksAt(Duration.ZERO)
                .rehearsing(ofSeconds(40), new Rehearsal.Say("root-cause", "the mode was wrong"))
                .performed();
        assertThat(only(timeline, Claim.Reached.class).text()).isEqualTo("the mode was wrong");
        assertThat(timeline.reached(Milestone.ROOT_CAUSE)).isPresent();
    }

    @Test
    void a_milestone_of_its_own_whose_probe_held_all_along_is_reached_once_that_broke_and_holds_again() {
        var drill = aDrill(folder);
        Timeline timeline = drill.thatBreaksAt(ofSeconds(10))
                .withGoal("right again", ofMinutes(5), TestDrill.probe("file is right", () -> !drill.read()
                        .contains(TestDrill.BAD)))
                .withHint("look at the file", ofMinutes(1), "right again")
                .edits(ofMinutes(3), GOOD)
                .performed();
        Instant reached = timeline.reached("right again").orElseThrow();
        assertThat(Duration.between(opened(timeline), reached)).isEqualTo(ofMinutes(3));
        assertThat(timeline.hints()).hasSize(1);
    }

    @Test
    void a_milestone_of_its_own_is_reached_once_what_did_not_answer_any_more_answers_again() {
        var drill = aDrill(folder);
        Timeline timeline = drill.thatBreaksAt(ofSeconds(10))
                .withGoal("answers", ofMinutes(5), TestDrill.probe("answers", () -> {
                    if (drill.read().contains(TestDrill.BAD)) throw new IllegalStateException("no answer");
                    return true;
                }))
                .edits(ofMinutes(3), GOOD)
                .performed();
        assertThat(Duration.between(
                        opened(timeline), timeline.reached("answers").orElseThrow()))
                .isEqualTo(ofMinutes(3));
    }

    @Test
    void a_rehearsal_that_forgets_to_repair_its_last_fault_fails() {
        var drill = aDrill(folder);
        Change repair = ConfigFile.at(drill.config().toString()).set(Map.of("mode", "good"));
        Timeline timeline = drill.thatBreaksAt(Duration.ZERO)
                .thatBreaksAt(ofMinutes(10))
                .withGoal("restored", ofMinutes(45))
                .rehearsing(ofSeconds(40), new Rehearsal.Repair(repair))
                .performed();
        assertThat(timeline.all(Happening.Applied.class)).hasSize(2);
        assertThat(Rehearsed.failures(timeline)).isNotEmpty();
    }

    @Test
    void a_milestone_of_its_own_whose_probe_never_broke_is_not_reached() {
        Timeline timeline = aDrill(folder)
                .thatBreaksAt(ofSeconds(10))
                .withGoal("still up", ofMinutes(5), TestDrill.probe("is up", () -> true))
                .edits(ofMinutes(3), GOOD)
                .performed();
        assertThat(timeline.reached("still up")).isEmpty();
    }

    @Test
    void a_rehearsal_that_repairs_passes() {
        var drill = aDrill(folder);
        Change repair = ConfigFile.at(drill.config().toString()).set(Map.of("mode", "good"));
        Timeline timeline = drill.thatBreaksAt(Duration.ZERO)
                .withGoal("restored", ofMinutes(45))
                .rehearsing(ofSeconds(40), new Rehearsal.Repair(repair))
                .performed();
        assertThat(Rehearsed.failures(timeline)).isEmpty();
        assertThat(timeline.reached(Milestone.RESTORED)).isPresent();
    }

    @Test
    void a_rehearsal_whose_undo_breaks_it_again_fails() {
        var drill = aDrill(folder);
        Object[] breakIt = {
            "cp", drill.made("broken", "mode=bad\n"), drill.config().toString()
        };
        Timeline timeline = drill.thatAppliesAt(ofSeconds(1), Shell.run(breakIt).undoneBy(breakIt))
                .rehearsing(
                        ofSeconds(40),
                        new Rehearsal.Repair(
                                ConfigFile.at(drill.config().toString()).set(Map.of("mode", "good"))))
                .performed();
        assertThat(Rehearsed.failures(timeline)).containsExactly("the steady state did not come back");
    }

    @Test
    void a_rehearsal_that_heals_late_is_given_its_hold_time() {
        Timeline timeline = aDrill(folder)
                .thatBreaksAt(Duration.ZERO)
                .withGoal("restored", ofMinutes(45))
                .rehearsing(ofSeconds(40), new Rehearsal.Say("note", "someone will repair it"))
                .edits(ofSeconds(95), GOOD)
                .performed();
        assertThat(timeline.ending()).contains(Ending.RESTORED);
    }

    @Test
    void a_rehearsal_whose_goal_is_not_restoration_goes_on_for_the_hold_time() {
        Timeline timeline = aDrill(folder)
                .thatBreaksAt(ofSeconds(75))
                .rehearsing(ofSeconds(5), new Rehearsal.Say("note", "it breaks late"))
                .performed();
        assertThat(timeline.firstApplied()).isPresent();
    }

    @Test
    void a_rehearsal_whose_alert_stays_silent_fails() {
        var drill = aDrill(folder);
        Timeline timeline = drill.thatBreaksAt(Duration.ZERO)
                .thatExpectsAlert("WrongMode")
                .rehearsing(
                        ofSeconds(40),
                        new Rehearsal.Repair(
                                ConfigFile.at(drill.config().toString()).set(Map.of("mode", "good"))))
                .performed();
        assertThat(Rehearsed.failures(timeline)).containsExactly("alert 'WrongMode' stayed silent");
    }

    @Test
    void a_rehearsal_whose_plan_lost_its_fault_did_not_bite() {
        Timeline timeline = aDrill(folder)
                .withGoal("restored", ofMinutes(45))
                .rehearsing(ofSeconds(40), new Rehearsal.Say("note", "nothing happens"))
                .performed();
        assertThat(Rehearsed.failures(timeline)).contains("the fault did not bite: nothing was applied");
    }

    @Test
    void entries_are_numbered_without_gaps_and_the_last_one_closes() {
        Timeline timeline = aDrill(folder)
                .thatBreaksAt(ofSeconds(10))
                .withTimeLimit(ofMinutes(1))
                .performed();
        List<Entry> entries = timeline.entries();
        for (int i = 0; i < entries.size(); i++)
            assertThat(entries.get(i).seq()).isEqualTo(i + 1);
        assertThat(entries.get(entries.size() - 1).what()).isInstanceOf(Happening.Closed.class);
    }

    private static java.time.Instant opened(Timeline timeline) {
        return timeline.entries().get(0).at();
    }

    /** A real fault that, as it is applied, looks at what the journal on disk says. */
    private static final class FaultThatLooks extends RealFaultBut {
        private final Path folder;
        private String journalAtApply = "";

        FaultThatLooks(Fault real, Path folder) {
            super(real);
            this.folder = folder;
        }

        @Override
        public void apply(World world) {
            try {
                journalAtApply = java.nio.file.Files.readString(folder.resolve("reports/2026-11-24-1/journal.jsonl"));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            super.apply(world);
        }
    }

    /** Each time that its undo was read, someone changes what it would. */
    private static final class FaultThatSomeoneForestalls extends RealFaultBut {
        private final Path config;
        private int times;

        FaultThatSomeoneForestalls(Fault real, Path config) {
            super(real);
            this.config = config;
        }

        @Override
        public Undo undo(World world) {
            Undo undo = super.undo(world);
            try {
                java.nio.file.Files.writeString(config, "mode=theirs, " + ++times + "\n");
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return undo;
        }

        @Override
        public void apply(World world, Undo owed) {
            real.apply(world, owed);
        }
    }

    /** It breaks the world, and then fails. */
    private static final class FaultThatFails extends RealFaultBut {
        FaultThatFails(Fault real) {
            super(real);
        }

        @Override
        public void apply(World world) {
            super.apply(world);
            throw new DrillException("died half-way");
        }
    }
}
