package dev.drillbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.control.Finished;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Workshop;
import dev.drillbook.environment.EnvironmentLock;
import dev.drillbook.practice.PracticeCommand;
import dev.drillbook.practice.PracticeStack;
import dev.drillbook.schedule.ScheduleCommand;
import dev.drillbook.score.Metric;
import dev.drillbook.score.Scorecard;
import dev.drillbook.slack.SlackCommand;
import dev.drillbook.target.Catalogue;
import dev.drillbook.timeline.Happening.Paid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands as they are typed, in the home of a small real service. */
class CliTest {
    @TempDir
    private Path folder;

    private Workshop workshop;
    private Typed cli;

    @BeforeEach
    void open() throws IOException {
        workshop = new Workshop(folder);
        cli = new Typed(workshop);
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void the_version_is_one_line() {
        assertThat(run("--version")).isZero();
        assertThat(cli.out()).isEqualTo("drillbook 1.2.3\n");
    }

    @Test
    void help_lists_every_command_and_each_tells_more_under_its_full_name() {
        assertThat(run("--help")).isZero();
        assertThat(cli.out()).contains("  rehearse ", "  lint ", "  root-cause ", "  status ");
        assertThat(run("rehearse", "--help")).isZero();
        assertThat(cli.out()).contains("Usage: drillbook rehearse ");
    }

    @Test
    void a_misspelt_command_is_told_with_the_nearest() {
        assertThat(run("rehears", "wrong-mode")).isEqualTo(2);
        assertThat(cli.err())
                .isEqualTo("drillbook: no command 'rehears'; did you mean 'rehearse'?; see drillbook --help\n");
    }

    @ParameterizedTest
    @CsvSource({
        "schedule, nxt, next",
        "practice, upp, up",
        "settings, chek, check",
        "slack, manifst, manifest",
    })
    void a_misspelt_command_of_a_command_is_told_with_the_nearest(String command, String misspelt, String meant) {
        cli = new Typed(
                workshop,
                Map.of(
                        "schedule",
                        () -> new ScheduleCommand(() -> null, Clock.systemUTC()),
                        "practice",
                        () -> new PracticeCommand(new PracticeStack(folder)),
                        "slack",
                        () -> new SlackCommand(() -> null)));
        assertThat(run(command, misspelt)).isEqualTo(2);
        assertThat(cli.err())
                .isEqualTo("drillbook " + command + ": no command '" + misspelt + "'; did you mean '" + meant
                        + "'?; see drillbook " + command + " --help\n");
    }

    @Test
    void an_unknown_option_of_a_command_of_commands_is_told_as_one() {
        assertThat(run("settings", "--jsn")).isEqualTo(2);
        assertThat(cli.err()).startsWith("drillbook settings: Unknown option: '--jsn'");
    }

    @Test
    void debug_shows_where_an_error_comes_from_before_and_after_the_command() {
        assertThat(run("show", "nothing")).isEqualTo(2);
        assertThat(cli.err().lines()).hasSize(1);
        run("--debug", "show", "nothing");
        assertThat(cli.err()).contains("\tat ");
        run("show", "nothing", "--debug");
        assertThat(cli.err()).contains("\tat ");
    }

    @Test
    void an_unknown_option_is_one_line() {
        assertThat(run("list", "--jsn")).isEqualTo(2);
        assertThat(cli.err().lines()).hasSize(1).first().asString().contains("--jsn", "drillbook list --help");
    }

    @Test
    void an_unknown_runbook_is_told_with_the_nearest() {
        assertThat(run("rehearse", "wrong-moed", "--environment", "workshop")).isEqualTo(2);
        assertThat(cli.err()).contains("no runbook 'wrong-moed'", "did you mean 'wrong-mode'?");
    }

    @Test
    void an_unknown_environment_is_told_with_the_nearest() {
        assertThat(run("run", "wrong-mode", "--environment", "workshp")).isEqualTo(2);
        assertThat(cli.err()).contains("no environment 'workshp'; did you mean 'workshop'?");
    }

    @Test
    void an_input_of_the_wrong_type_is_told_and_nothing_is_started() {
        assertThat(run("run", "wrong-mode", "--environment", "workshop", "--input", "shop=not an address"))
                .isEqualTo(2);
        assertThat(cli.err()).contains("input 'shop' is 'not an address': it wants an address with a scheme");
        assertThat(folder.resolve("reports")).doesNotExist();
    }

    @Test
    void an_unknown_input_is_told_with_the_nearest() {
        assertThat(run("run", "wrong-mode", "--environment", "workshop", "--input", "confg=/tmp/x"))
                .isEqualTo(2);
        assertThat(cli.err()).contains("no input 'confg'; did you mean 'config'?");
    }

    @Test
    void a_runbook_with_mistakes_is_listed_and_not_started() throws IOException {
        Files.writeString(workshop.runbook(), Workshop.text().replace("holdFor     2.seconds", "holdFr     2.seconds"));
        assertThat(run("rehearse", "wrong-mode", "--environment", "workshop")).isEqualTo(2);
        assertThat(cli.err()).contains("wrong-mode.groovy:10:1: ").contains("'holdFor'");
        assertThat(folder.resolve("reports")).doesNotExist();
    }

    @Test
    void lint_exits_with_1_where_there_is_a_mistake_and_0_where_there_is_none() throws IOException {
        assertThat(run("lint")).isZero();
        Files.writeString(workshop.runbook(), Workshop.text().replace("severity 3", "severity 9"));
        assertThat(run("lint")).isEqualTo(1);
    }

    @Test
    void mistakes_of_the_settings_as_json_have_their_place_and_exit_as_before() throws IOException {
        assertThat(run("settings", "check", "--json")).isZero();
        assertThat(cli.out()).isEqualTo("[]\n");
        cli.clear();
        Files.writeString(workshop.home().settings(), "zone: UTC\nschedles: {}\nserv: {}\n");
        assertThat(run("settings", "check", "--json")).isEqualTo(2);
        JsonNode mistakes = new JsonMapper().readTree(cli.out());
        assertThat(mistakes.findValuesAsString("line")).containsExactly("2", "3");
        assertThat(mistakes.findValuesAsString("file")).containsExactly("drillbook.yaml", "drillbook.yaml");
        assertThat(mistakes.at("/0/message").asString()).startsWith("no setting 'schedles'; did you mean 'schedules'?");
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void what_can_be_broken_is_listed_as_json_with_a_line_of_each() {
        assertThat(run("faults", "--json")).isZero();
        JsonNode nouns = new JsonMapper().readTree(cli.out());
        assertThat(nouns.findValuesAsString("name"))
                .containsExactlyElementsOf(
                        Catalogue.pages().stream().map(Catalogue.Noun::name).toList());
        assertThat(nouns.at("/0/does").asString()).isEqualTo("sets keys of a properties, YAML or JSON file");
        assertThat(nouns.at("/0/example").asString()).startsWith("ConfigFile.at(");
    }

    @Test
    void a_zone_that_is_none_is_told_as_in_the_settings() {
        assertThat(run("report", "2026-11-24-1", "--zone", "Berlin")).isEqualTo(2);
        assertThat(cli.err())
                .contains("no time zone 'Berlin'; did you mean 'Europe/Berlin'?")
                .doesNotContain("java.");
    }

    @Test
    void tags_are_told_to_facilitators_and_nothing_of_them_to_players() {
        assertThat(run("list", "--json")).isZero();
        assertThat(cli.out()).contains("\"tags\":null");
        assertThat(run("list", "--json", "--facilitator")).isZero();
        assertThat(cli.out()).contains("\"tags\":[]");
    }

    @Test
    void a_verb_without_a_drill_says_how_to_start_one() {
        assertThat(run("detected")).isEqualTo(2);
        assertThat(cli.err()).contains("no drill is running", "drillbook run");
    }

    @Test
    void a_rehearsal_as_json_is_json_alone() {
        assertThat(run("rehearse", "wrong-mode", "--environment", "workshop", "--json"))
                .isZero();
        assertThat(cli.out())
                .startsWith("{\"drill\":")
                .contains("\"verdict\":\"passed\"")
                .endsWith("}\n");
    }

    @Test
    void a_rehearsal_as_json_has_each_metric_with_its_formula_and_its_goal() {
        run("rehearse", "wrong-mode", "--environment", "workshop", "--json");
        JsonNode told = new JsonMapper().readTree(cli.out());
        Scorecard card = finished(told).scorecard().orElseThrow();
        List<String> goals = new ArrayList<>();
        for (JsonNode shown : told.at("/scorecard/metrics")) {
            String id = shown.path("id").asString();
            assertThat(shown.at("/value/words").asString())
                    .as(id)
                    .isNotBlank()
                    .isEqualTo(card.metric(id).value().inWords());
            assertThat(shown.path("formula").asString()).as(id).isNotBlank();
            if (shown.hasNonNull("goal"))
                goals.add(id + ": " + shown.at("/goal/milestone").asString() + " within "
                        + shown.at("/goal/within").asInt());
        }
        assertThat(told.at("/scorecard/metrics").findValuesAsString("id"))
                .containsExactlyElementsOf(
                        card.metrics().stream().map(Metric::id).toList());
        assertThat(goals)
                .containsExactly(
                        "time-to-detect: detected within 10",
                        "time-to-detect-from-apply: detected within 10",
                        "time-to-restore: restored within 20",
                        "time-to-restore-from-detection: restored within 20");
    }

    @Test
    void a_run_as_json_has_its_drill_what_became_of_its_undo_and_its_files() throws IOException {
        Files.writeString(workshop.runbook(), Workshop.shortText());
        assertThat(runWithoutInput("--json")).isZero();
        JsonNode told = new JsonMapper().readTree(cli.out());
        Finished finished = finished(told);
        assertThat(told.path("verdict").asString()).isEqualTo("completed");
        assertThat(told.path("undos").size()).isEqualTo(1);
        assertThat(told.at("/undos/0/number").asInt()).isEqualTo(1);
        assertThat(told.at("/undos/0/state").asString()).isEqualTo("paid");
        assertThat(told.at("/undos/0/at").asString())
                .isEqualTo(finished.timeline().all(Paid.class).get(0).at().toString());
        List<Path> files = new ArrayList<>();
        for (JsonNode file : told.path("files")) files.add(Path.of(file.asString()));
        assertThat(files)
                .isNotEmpty()
                .containsExactlyElementsOf(finished.files())
                .allSatisfy(file -> assertThat(file).isAbsolute().isRegularFile());
    }

    /** The drill that is named there, as its folder tells it. */
    private Finished finished(JsonNode told) {
        return workshop.drills().past(told.path("drill").asString()).orElseThrow();
    }

    @Test
    void a_run_whose_team_missed_a_goal_is_done_all_the_same() throws IOException {
        missingAGoal();
        assertThat(runWithoutInput()).isZero();
        assertThat(cli.out()).contains("GOAL MISSED");
    }

    @Test
    void a_run_that_must_not_miss_a_goal_exits_with_1_when_the_team_did() throws IOException {
        missingAGoal();
        assertThat(runWithoutInput("--fail-on-goal")).isEqualTo(1);
        assertThat(cli.out()).contains("completed");
    }

    private void missingAGoal() throws IOException {
        Files.writeString(workshop.runbook(), Workshop.shortText() + "milestone 'detected' within 1.seconds\n");
    }

    /** Nobody types anything. Not put back: a thread reads it, and no test in this process has another. */
    private int runWithoutInput(String... options) {
        System.setIn(InputStream.nullInputStream());
        List<String> typed = new ArrayList<>(List.of("run", "wrong-mode", "--environment", "workshop"));
        typed.addAll(List.of(options));
        return run(typed.toArray(String[]::new));
    }

    @Test
    void drills_lists_what_was_rehearsed_and_nothing_is_owed() {
        run("rehearse", "wrong-mode", "--environment", "workshop");
        assertThat(run("drills")).isZero();
        assertThat(cli.out()).contains("wrong-mode", "restored");
        assertThat(run("undo")).isZero();
        assertThat(cli.out()).endsWith("nothing is owed\n");
    }

    @Test
    void undo_lists_what_is_owed_and_pays_it() throws IOException {
        String drill = workshop.leftOwing();
        assertThat(run("undo", "--list")).isZero();
        assertThat(cli.out()).startsWith(drill + " owes undo 1, of ");
        assertThat(run("undo", "--json")).isZero();
        assertThat(cli.out())
                .contains(
                        "[{\"drill\":\"" + drill + "\",\"environment\":\"workshop\",\"number\":1,",
                        "\"owed\":false,\"why\":null}]");
        assertThat(workshop.config()).content().contains("good");
    }

    @Test
    void commands_that_are_about_something_else_warn_of_what_is_owed() throws IOException {
        assertThat(run("list")).isZero();
        assertThat(cli.err()).isEmpty();
        String drill = workshop.leftOwing();
        for (String line : List.of("list --json", "show wrong-mode", "lint", "faults", "settings schema")) {
            cli.clear();
            assertThat(run(line.split(" "))).as(line).isZero();
            assertThat(cli.err()).as(line).isEqualTo("STILL OWED: from drill " + drill + "; drillbook undo pays it\n");
        }
        run("undo");
        cli.clear();
        run("list");
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void what_is_listed_can_be_typed_though_lines_moved_meanwhile() throws Exception {
        workshop.leftOwing();
        Files.writeString(workshop.config(), "# by hand\n" + Files.readString(workshop.config()));
        run("undo", "--list");
        String typed = cli.out().lines().skip(1).findFirst().orElseThrow().strip();
        assertThat(new ProcessBuilder("sh", "-c", typed).start().waitFor()).isZero();
        assertThat(workshop.config()).content().contains("# by hand", "mode=good");
    }

    @Test
    void an_undo_that_fails_exits_with_4_until_a_person_writes_it_off() throws IOException {
        String drill = workshop.leftOwing();
        Files.delete(workshop.config());
        assertThat(run("undo")).isEqualTo(4);
        assertThat(cli.err()).contains(drill + ": STILL OWED: undo 1: " + workshop.config());
        assertThat(run("undo", drill, "--write-off", "1")).isEqualTo(2);
        assertThat(run("undo", drill, "--write-off", "1", "--because", "scrapped", "--as", "grace"))
                .isZero();
        assertThat(run("undo")).isZero();
    }

    @Test
    void what_can_be_paid_is_paid_beside_a_drill_that_cannot_be_looked_into() throws IOException {
        String drill = workshop.leftOwing();
        Path away = Files.createSymbolicLink(
                workshop.home().reports().resolve("2026-01-01-1"),
                workshop.home().folder().resolve("away"));
        assertThat(run("undo")).isEqualTo(3);
        assertThat(workshop.config()).hasContent("# the service's own\nmode=good\n");
        assertThat(cli.out()).contains(drill + ": everything was put back").doesNotContain("nothing is owed");
        assertThat(cli.err()).contains("cannot look into " + away + ": it does not exist; what is owed there");
        for (String[] typed : new String[][] {
            {"undo"},
            {"undo", "--list"},
            {"undo", "2026-01-01-1"},
            {"undo", "2026-01-01-1", "--write-off", "1", "--because", "scrapped"}
        }) {
            cli.clear();
            assertThat(run(typed)).as(String.join(" ", typed)).isEqualTo(3);
            assertThat(cli.out()).isEmpty();
        }
        assertThat(run("undo", drill)).isZero();
        assertThat(run("rehearse", "wrong-mode", "--environment", "annex")).isEqualTo(3);
        cli.clear();
        assertThat(run("abort", "--all")).isEqualTo(3);
        assertThat(cli.out()).doesNotContain("nothing is owed");
    }

    @Test
    void an_undo_beside_a_guard_that_pays_waits_for_its_turn() throws Exception {
        workshop.leftOwing();
        EnvironmentLock guards = EnvironmentLock.take(workshop.home().locks(), "workshop");
        CompletableFuture<Integer> undo = CompletableFuture.supplyAsync(() -> run("undo"));
        while (!cli.out().contains("owes undo 1")) TimeUnit.MILLISECONDS.sleep(20);
        TimeUnit.MILLISECONDS.sleep(200); // by then it met the lock
        guards.close();
        assertThat(undo.get(1, TimeUnit.MINUTES)).isZero();
        assertThat(cli.err()).isEmpty();
        assertThat(workshop.config()).hasContent("# the service's own\nmode=good\n");
    }

    @Test
    void what_a_dead_engine_left_is_paid_before_a_start_is_refused_for_a_drill_that_cannot_be_looked_into()
            throws IOException {
        workshop.leftOwing();
        Files.createSymbolicLink(
                workshop.home().reports().resolve("2026-01-01-1"),
                workshop.home().folder().resolve("away"));
        assertThat(run("rehearse", "wrong-mode", "--environment", "annex")).isEqualTo(3);
        assertThat(workshop.config()).hasContent("# the service's own\nmode=good\n");
    }

    @Test
    void nobody_acts_in_the_name_of_nobody() throws IOException {
        String drill = workshop.leftOwing();
        for (String[] typed : new String[][] {
            {"undo", drill, "--write-off", "1", "--because", "scrapped", "--as", ""},
            {"run", "wrong-mode", "--environment", "annex", "--as", " "},
            {"abort", "--all", "--as", ""}
        }) {
            cli.clear();
            assertThat(run(typed)).isEqualTo(2);
            assertThat(cli.err())
                    .isEqualTo("drillbook " + typed[0] + ": --as names nobody: write who, such as --as ada, or leave it"
                            + " out; see drillbook " + typed[0] + " --help\n");
        }
        assertThat(workshop.debts().look().debtors()).hasSize(1);
        assertThat(workshop.home().stopped()).doesNotExist();
    }

    @Test
    void while_a_drill_owes_more_than_what_was_written_off_that_exits_with_4() throws IOException {
        Files.writeString(workshop.runbook(), Workshop.text().replace("at 0.seconds apply", """
                at 0.seconds apply ConfigFile.at(config).set(colour: 'red')
                at 1.seconds apply"""));
        String drill = workshop.leftOwing();
        assertThat(run("undo", drill, "--write-off", "1", "--because", "scrapped"))
                .isEqualTo(4);
        assertThat(run("undo", drill, "--write-off", "2", "--because", "scrapped"))
                .isZero();
    }

    @Test
    void who_only_lists_writes_nothing_off() throws IOException {
        String drill = workshop.leftOwing();
        assertThat(run("undo", drill, "--list", "--write-off", "1", "--because", "scrapped"))
                .isEqualTo(2);
        assertThat(cli.err().lines()).hasSize(1).first().asString().contains("--list", "--write-off", "say one");
        assertThat(workshop.debts().look().debtors()).hasSize(1);
    }

    @Test
    void what_was_written_off_is_listed_as_json_as_what_is_paid_is() throws IOException {
        String drill = workshop.leftOwing();
        assertThat(run("undo", drill, "--write-off", "1", "--because", "scrapped", "--json"))
                .isZero();
        assertThat(cli.out())
                .startsWith("[{\"drill\":\"" + drill + "\",\"environment\":\"workshop\",\"number\":1,")
                .endsWith(",\"owed\":false,\"why\":null}]\n");
        assertThat(cli.err()).contains("is written off by");
    }

    @Test
    void a_rehearsal_that_passes_exits_with_4_while_a_debt_stays_that_it_could_not_pay_at_its_start()
            throws IOException {
        String drill = workshop.leftOwing();
        Path journal = workshop.home().reports().resolve(drill).resolve("journal.jsonl");
        Files.writeString(journal, Files.readString(journal).replace("\"was\":\"good\"", "\"was\":\"evil\""));
        Files.writeString(workshop.config(), "mode=good\n");
        assertThat(run("rehearse", "wrong-mode", "--environment", "annex")).isEqualTo(4);
        assertThat(cli.out()).contains("passed");
        assertThat(cli.err())
                .endsWith("STILL OWED: from drill " + drill + "; again with drillbook undo " + drill + "\n");
    }

    @Test
    void abort_all_lets_no_drill_start_until_it_is_lifted() {
        assertThat(run("abort", "--all", "a", "real", "incident", "--as", "grace"))
                .isZero();
        assertThat(cli.out()).endsWith("no drill runs, nothing is owed\n");
        assertThat(run("rehearse", "wrong-mode", "--environment", "workshop")).isEqualTo(3);
        assertThat(cli.err()).contains("by grace (a real incident)", "drillbook abort --lift");
        assertThat(run("abort", "--lift")).isZero();
        assertThat(run("rehearse", "wrong-mode", "--environment", "workshop")).isZero();
    }

    @Test
    void a_text_that_needs_an_approval_runs_once_somebody_else_gave_it() throws IOException {
        String before = Files.readString(workshop.config());
        workshop.needingApproval();
        assertThat(run("run", "wrong-mode", "--environment", "workshop", "--as", "ada"))
                .isEqualTo(3);
        assertThat(cli.err()).contains("is not approved", "drillbook approve wrong-mode --environment workshop");
        assertThat(workshop.home().reports()).doesNotExist();
        assertThat(workshop.config()).hasContent(before);
        assertThat(approve("grace")).isZero();
        assertThat(cli.out()).startsWith("approved: wrong-mode, SHA-256 ");
        assertThat(rehearse()).isZero();
    }

    @Test
    void a_text_that_was_edited_after_its_approval_is_refused_again() throws IOException {
        workshop.needingApproval();
        approve("grace");
        Files.writeString(workshop.runbook(), Workshop.text().replace("Look at the file", "Look at the logs"));
        assertThat(rehearse()).isEqualTo(3);
        assertThat(approve("grace")).isZero();
        assertThat(rehearse()).isZero();
    }

    @Test
    void who_approved_a_text_alone_cannot_run_it() {
        workshop.needingApproval();
        assertThat(approve("ada")).isZero();
        assertThat(rehearse()).isEqualTo(3);
        assertThat(cli.err()).contains("someone other than 'ada'");
    }

    private int approve(String who) {
        return run("approve", "wrong-mode", "--environment", "workshop", "--as", who);
    }

    private int rehearse() {
        return run("rehearse", "wrong-mode", "--environment", "workshop", "--as", "ada");
    }

    @Test
    void the_switch_for_all_drills_is_not_for_one_environment_and_stays_as_it_was() {
        assertThat(run("abort", "--all", "--environment", "workshop")).isEqualTo(2);
        assertThat(cli.err())
                .isEqualTo("--all is for every environment: leave out --environment workshop,"
                        + " or --all to end only the drill there\n");
        assertThat(workshop.home().stopped()).doesNotExist();
        run("abort", "--all");
        cli.clear();
        assertThat(run("abort", "--lift", "--environment", "workshop")).isEqualTo(2);
        assertThat(cli.err()).isEqualTo("--lift is for every environment: leave out --environment workshop\n");
        assertThat(workshop.home().stopped()).exists();
    }

    @Test
    void the_switch_for_all_drills_answers_in_json_alone() throws IOException {
        assertThat(run("abort", "--all", "--json")).isZero();
        assertThat(cli.out()).isEqualTo("{\"text\":\"no drill runs, nothing is owed\"}\n");
        cli.clear();
        assertThat(run("abort", "--lift", "--json")).isZero();
        assertThat(cli.out()).isEqualTo("{\"text\":\"drills may start again\"}\n");
        workshop.leftOwing();
        cli.clear();
        assertThat(run("abort", "--all", "--json")).isEqualTo(4);
        assertThat(cli.out()).isEqualTo("{\"text\":\"no drill runs, 1 undo is owed\"}\n");
    }

    @Test
    void the_doctor_finds_nothing_in_the_way_of_a_drill() throws IOException {
        String before = Files.readString(workshop.config());
        assertThat(run("doctor", "wrong-mode", "--environment", "workshop")).isZero();
        assertThat(cli.out())
                .contains("ok     settings: no mistakes", "ok     faults: each is allowed, and could be put back")
                .doesNotContain("WRONG");
        assertThat(workshop.config()).hasContent(before);
        assertThat(workshop.home().reports()).isEmptyDirectory();
    }

    @Test
    void the_doctor_names_everything_that_stands_in_the_way() throws IOException {
        String owing = workshop.leftOwing();
        run("abort", "--all");
        Files.writeString(workshop.config(), "mode=bad\n");
        assertThat(run("doctor", "wrong-mode", "--environment", "workshop")).isEqualTo(1);
        assertThat(cli.out())
                .contains(
                        "WRONG  stop switch: every drill is stopped since ",
                        "WRONG  debts: " + owing,
                        "WRONG  faults: ")
                .contains("ok     lock: no drill is running there");
    }

    @Test
    void a_report_calls_people_by_their_names_only_where_that_is_asked_for() throws IOException {
        LiveDrill drill = workshop.drills().start(Workshop.run(), words -> {});
        while (drill.timeline().firstApplied().isEmpty())
            drill.after(drill.timeline().entries().size(), Duration.ofSeconds(1));
        drill.say("grace", "hypothesis the disk");
        drill.stop("test is over");
        drill.finished().join();
        Path report = workshop.home().reports().resolve(drill.id()).resolve("postmortem.md");
        assertThat(run("report", drill.id(), "--names")).isZero();
        assertThat(report).content().contains("grace");
        assertThat(run("report", drill.id())).isZero();
        assertThat(report).content().contains("the disk").doesNotContain("grace");
    }

    @Test
    void a_new_runbook_lints_clean() {
        assertThat(run("new", "slow-checkout")).isZero();
        assertThat(run("lint", "slow-checkout")).isZero();
    }

    private int run(String... arguments) {
        return cli.run(arguments);
    }
}
