package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Verb;
import dev.drillbook.control.Workshop;
import dev.drillbook.slack.loopback.Delivery;
import dev.drillbook.timeline.Claim;
import dev.drillbook.timeline.Happening.Opened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is typed after {@code /drill}, over the real protocol. */
class SlashTest {
    @TempDir
    private Path folder;

    private Floor floor;

    @BeforeEach
    void open() throws IOException {
        floor = new Floor(folder).open();
    }

    @AfterEach
    void close() throws Exception {
        assertThat(floor.slack.refused()).isEmpty();
        floor.close();
    }

    @Test
    void every_verb_is_understood() {
        floor.starts();
        List<String> answers = Arrays.stream(Verb.values())
                .filter(verb -> verb != Verb.ABORT)
                .map(verb -> floor.says(floor.ann, verb.word() + " 1"))
                .toList();
        assertThat(answers).noneMatch(answer -> answer.contains("no '/drill"));
    }

    @Test
    void every_verb_and_word_is_in_the_help() {
        String help = floor.says(floor.ann, "help");
        assertThat(Verb.words()).allMatch(verb -> help.contains("/drill " + verb));
        assertThat(help).contains("/drill run RUNBOOK [on ENVIRONMENT]", "/drill approve RUNBOOK for ENVIRONMENT");
    }

    @Test
    void a_drill_is_started_at_once_and_its_outcome_is_told_later() {
        Delivery run = floor.ann.types("/drill run wrong-mode on workshop", floor.channel);
        floor.hears(run, "has begun on workshop");
        Opened opened = opened(floor.drills.running().get(0));
        floor.hears(run, "drill " + opened.drill() + " has begun");
        assertThat(List.of(opened.startedBy(), opened.door())).containsExactly("U1", "slack");
    }

    @Test
    void a_rehearsal_too() {
        Delivery run = floor.ann.types("/drill rehearse wrong-mode on workshop", floor.channel);
        floor.hears(run, "has begun");
        assertThat(opened(floor.drills.running().get(0)).rehearsal()).isTrue();
    }

    private static Opened opened(LiveDrill drill) {
        drill.after(0, Duration.ofSeconds(10));
        return drill.timeline().opened();
    }

    @Test
    void a_start_says_what_is_wrong_with_it() {
        Delivery unknown = floor.ann.types("/drill run wrong-mod on workshop", floor.channel);
        floor.hears(unknown, "did you mean 'wrong-mode'?");
        Delivery input = floor.ann.types("/drill run wrong-mode on workshop confg=x", floor.channel);
        floor.hears(input, "no input 'confg'", "did you mean 'config'?");
        assertThat(floor.says(floor.ann, "run wrong-mode at workshop"))
                .contains("'at' is not understood: say /drill run RUNBOOK");
        assertThat(floor.drills.running()).isEmpty();
    }

    @Test
    void a_file_is_no_runbook_of_slacks() {
        assertThat(floor.says(floor.ann, "run /tmp/evil.groovy on workshop")).contains("is a file");
        assertThat(floor.says(floor.ann, "run /tmp/evil\u2028.groovy on workshop"))
                .contains("is a file");
        assertThat(floor.says(floor.ann, "approve ../evil for workshop")).contains("is a file");
    }

    @Test
    void nobody_names_a_variable_or_a_command_of_ours_there() {
        assertThat(floor.says(floor.ann, "run wrong-mode on workshop config=secret:command:id"))
                .contains("where a secret is stands in drillbook.yaml");
        assertThat(floor.drills.running()).isEmpty();
    }

    @Test
    void nobody_points_an_environment_at_something_else_there() {
        Delivery run = floor.ann.types("/drill run wrong-mode on workshop config=/etc/hosts", floor.channel);
        floor.hears(run, "environment 'workshop' gives input 'config' its value");
        assertThat(floor.drills.running()).isEmpty();
    }

    @Test
    void an_input_that_the_environment_does_not_give_is_given_there() throws IOException {
        Path other = Files.writeString(folder.resolve("other.properties"), "colour=blue\n");
        Files.writeString(
                floor.workshop.runbook(),
                Workshop.text()
                        .replace("def shop", "def other = input 'other', Path\ndef shop")
                        .replace(
                                "answer 'config'",
                                "at 0.seconds apply ConfigFile.at(other).set(colour: 'red')\nanswer 'config'"));
        Delivery run = floor.ann.types("/drill run wrong-mode on workshop other=" + other, floor.channel);
        floor.hears(run, "has begun");
    }

    @Test
    void claims_are_recorded_as_by_their_member_id_at_the_time_they_came() {
        LiveDrill drill = floor.starts();
        Instant before = Instant.now();
        assertThat(floor.says(floor.ann, "hypothesis database overload")).isEqualTo("recorded");
        assertThat(Floor.claims(drill)).singleElement().satisfies(claim -> {
            assertThat(claim.who()).isEqualTo("U1");
            assertThat(claim.claimed()).isBetween(before, Instant.now());
        });
    }

    @Test
    void at_is_in_the_speakers_own_zone() {
        LiveDrill drill = floor.starts();
        floor.says(floor.ann, "note seen at 2026-01-15 11:20");
        assertThat(Floor.claims(drill).get(0).claimed())
                .isEqualTo(java.time.LocalDateTime.parse("2026-01-15T11:20")
                        .atZone(ZoneId.of("Europe/London"))
                        .toInstant());
    }

    @Test
    void two_peoples_like_claims_are_two() {
        LiveDrill drill = floor.starts();
        floor.says(floor.ann, "detected");
        floor.says(floor.bob, "detected");
        assertThat(Floor.claims(drill)).extracting(Claim::who).containsExactly("U1", "U2");
    }

    @Test
    void the_same_command_twice_is_one_claim_with_one_answer() {
        LiveDrill drill = floor.starts();
        floor.slack.faults().doublesEvery(1);
        Delivery twice = floor.ann.types("/drill note once", floor.channel);
        floor.slack.until(() -> twice.seen().size() == 2, "two answers");
        assertThat(twice.seen()).containsExactly("recorded", "recorded");
        assertThat(Floor.claims(drill)).hasSize(1);
    }

    @Test
    void an_abort_puts_everything_back() {
        LiveDrill drill = floor.starts();
        assertThat(floor.says(floor.bob, "abort")).isEqualTo("aborting: everything is being put back");
        drill.finished().join();
        assertThat(floor.workshop.config()).hasContent("# the service's own\nmode=good\n");
    }

    @Test
    void what_is_wrong_is_told_in_a_line_that_says_what_to_type() {
        assertThat(floor.says(floor.ann, "status")).isEqualTo("no drill is running: start one with /drill run RUNBOOK");
        assertThat(floor.says(floor.ann, "detcted")).contains("no '/drill detcted'", "did you mean 'detected'?");
        assertThat(floor.says(floor.ann, "report 1999-01-01-1")).contains("no drill '1999-01-01-1'");
        floor.starts();
        assertThat(floor.says(floor.ann, "rule-out 7")).contains("say one first, such as hypothesis");
        assertThat(floor.says(floor.ann, "note")).contains("say note errors only on one server");
    }

    @Test
    void runbooks_are_listed_and_a_report_is_told() {
        assertThat(floor.says(floor.ann, "list")).isEqualTo("wrong-mode: Wrong mode, severity 3");
        LiveDrill drill = floor.starts();
        assertThat(floor.says(floor.ann, "report " + drill.id())).contains("is not over");
        floor.says(floor.ann, "abort");
        drill.finished().join();
        assertThat(floor.says(floor.ann, "report")).contains("Drill " + drill.id(), "aborted", "last hash");
    }

    @Test
    void the_calendar_is_asked_only_where_one_runs() {
        assertThat(floor.says(floor.ann, "schedule")).isEqualTo("no calendar runs here: start drillbook serve");
    }

    @Test
    void a_role_is_taken_by_whoever_is_named_with_an_at() {
        LiveDrill drill = floor.starts();
        assertThat(floor.says(floor.ann, "role @bob incident commander")).isEqualTo("recorded");
        assertThat(drill.timeline().roles()).isEqualTo(Map.of("U2", "incident commander"));
        floor.says(floor.ann, "note @bob looks at #drills");
        Floor.until(() -> Floor.claims(drill).size() == 2, Duration.ofSeconds(10)); // where the machine is slow
        assertThat(Floor.claims(drill).get(1)).isInstanceOfSatisfying(Claim.Noted.class, note -> assertThat(note.text())
                .isEqualTo("@bob looks at #drills"));
    }
}
