package dev.drillbook.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.calendar.Freeze;
import dev.drillbook.calendar.WorkingTime;
import dev.drillbook.environment.Limits;
import dev.drillbook.environment.Permissions;
import dev.drillbook.runbook.Refused;
import dev.drillbook.script.Library;
import dev.drillbook.script.Scripts;
import dev.drillbook.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drills that must not start, of a real service that must stay as it is. */
class GateTest {
    @TempDir
    private Path folder;

    private Workshop workshop;
    private Database database;
    private String before;

    @BeforeEach
    void open() throws IOException {
        workshop = new Workshop(folder);
        database = Database.open(workshop.home().state());
        before = Files.readString(workshop.config());
    }

    @AfterEach
    void close() throws IOException {
        assertThat(Files.readString(workshop.config())).isEqualTo(before);
        database.close();
        workshop.close();
    }

    @Test
    void who_is_not_among_those_who_may_run_is_refused() {
        refuses(under(new Permissions(Set.of("bob"), Set.of(), false)), "'ada' may not start drills");
    }

    @Test
    void nobody_who_is_not_named_starts_a_drill_in_production_and_the_calendar_neither() {
        Drills drills = under(new Permissions(Set.of(), Set.of(), false, true));
        refuses(drills, "is production");
        Start planned = new Start(
                "wrong-mode",
                "workshop",
                Map.of(),
                false,
                "schedule often",
                "calendar",
                Optional.of("often at some time"));
        assertThatThrownBy(() -> drills.start(planned, words -> {}))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("name them under may-run");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "may-run: [bob]     | 'ada' may not start drills",
                "production: true   | is production",
                "approval: required | is not approved"
            })
    void a_rule_of_the_file_refuses_what_it_forbids(String rule, String why) {
        refuses(workshop.under(gateOf(rule)).drills(), why);
    }

    @Test
    void whom_the_file_names_may_start_drills_even_in_production() {
        Gate gate = gateOf("may-run: [ada]", "production: true");
        LiveDrill drill = workshop.under(gate).drills().start(Workshop.run(), words -> {});
        drill.stop("test is over");
        assertThat(drill.finished().join().refusal()).isEmpty();
    }

    @Test
    void only_whom_the_file_names_may_approve() {
        Drills drills = workshop.under(gateOf("may-approve: [grace]", "approval: required"))
                .drills();
        assertThatThrownBy(() -> drills.approve("wrong-mode", "workshop", "bob"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("'bob' may not approve");
        drills.approve("wrong-mode", "workshop", "grace");
        assertThat(drills.approval(Workshop.run())).isEqualTo("its text is approved");
    }

    private Gate gateOf(String... rules) {
        String yaml = workshop.settings()
                + Arrays.stream(rules).map(rule -> "    " + rule + "\n").collect(Collectors.joining());
        Settings settings = Settings.of("drillbook.yaml", yaml, Instant.EPOCH);
        settings.check();
        return new Gate(
                new EnvironmentSettings(settings.root()).permissions(),
                WorkingTime.USUAL,
                question -> question.accept(approvals()));
    }

    @Test
    void what_may_not_be_broken_there_is_refused_by_the_drill_itself() throws IOException {
        Settings settings = Settings.of("drillbook.yaml", workshop.settings() + """
                    may-break:
                      nouns: [Redis]
                """, Instant.EPOCH);
        Limits limits = new EnvironmentSettings(settings.root()).limits().get("workshop");
        Finished finished = workshop.limitedBy(limits)
                .drills()
                .start(Workshop.run(), words -> {})
                .finished()
                .join();
        assertThat(finished.refusal().orElseThrow())
                .startsWith("may-break allows only Redis here, and not ConfigFile ");
    }

    @Test
    void a_text_that_nobody_approved_is_refused() {
        refuses(under(needingApproval()), "is not approved");
    }

    @Test
    void who_runs_it_cannot_approve_it_alone() {
        Drills drills = under(needingApproval());
        drills.approve("wrong-mode", "workshop", "ada");
        refuses(drills, "someone other than 'ada'");
    }

    @Test
    void a_text_that_was_changed_after_its_approval_is_refused() throws IOException {
        Drills drills = under(needingApproval());
        drills.approve("wrong-mode", "workshop", "grace");
        Files.writeString(workshop.runbook(), Workshop.text().replace("Look at the file", "Look at the logs"));
        refuses(drills, "is not approved");
    }

    @Test
    void an_approved_text_runs() {
        Drills drills = under(needingApproval());
        drills.approve("wrong-mode", "workshop", "grace");
        LiveDrill drill = drills.start(Workshop.run(), words -> {});
        drill.stop("test is over");
        assertThat(drill.finished().join().owed()).isEmpty();
    }

    @Test
    void an_approval_for_another_environment_is_none() {
        Gate gate = new Gate(
                Map.of("workshop", needingApproval()), WorkingTime.USUAL, question -> question.accept(approvals()));
        gate.approve(new Library(workshop.home().runbooks(), new Scripts()).load("wrong-mode"), "practice", "grace");
        refuses(workshop.under(gate).drills(), "is not approved");
    }

    @Test
    void an_approval_of_one_who_may_no_longer_approve_is_none() {
        under(needingApproval()).approve("wrong-mode", "workshop", "bob");
        refuses(under(new Permissions(Set.of(), Set.of("grace"), true)), "is not approved");
    }

    @Test
    void who_may_not_approve_is_refused() {
        Drills drills = under(new Permissions(Set.of(), Set.of("grace"), true));
        assertThatThrownBy(() -> drills.approve("wrong-mode", "workshop", "bob"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("'bob' may not approve");
    }

    @Test
    void nothing_starts_in_a_freeze() {
        Freeze always = new Freeze("sale", Instant.EPOCH, Instant.parse("2999-01-01T00:00:00Z"));
        Gate gate =
                new Gate(Map.of(), WorkingTime.USUAL.with(List.of(always)), question -> question.accept(approvals()));
        refuses(workshop.under(gate).drills(), "freeze sale");
    }

    private static Permissions needingApproval() {
        return new Permissions(Set.of(), Set.of(), true);
    }

    private Drills under(Permissions permissions) {
        Gate gate =
                new Gate(Map.of("workshop", permissions), WorkingTime.USUAL, question -> question.accept(approvals()));
        return workshop.under(gate).drills();
    }

    private Approvals approvals() {
        return new Approvals(database, Clock.systemUTC());
    }

    private static void refuses(Drills drills, String why) {
        assertThatThrownBy(() -> drills.start(Workshop.run(), words -> {}))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why);
    }
}
