package dev.drillbook.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.control.Exit;
import dev.drillbook.schedule.ScheduleCommand.OpenPlanning;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code drillbook schedule …}, as it is typed: a real calendar, whose clock stands still. */
class ScheduleCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private TestCalendar calendar;

    @BeforeEach
    void open() {
        calendar = new TestCalendar(folder, "2026-12-31T00:00:00Z", """
                zone: Europe/Berlin
                schedules:
                  quarterly:
                    runbook: yesterdays-prices
                    when: first Tuesday of the quarter at 10:00
                """);
    }

    @AfterEach
    void close() {
        calendar.close();
    }

    /** @return what it printed */
    private String typed(String... arguments) {
        assertThat(run(arguments)).as(err.toString()).isZero();
        return out.toString();
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        return new CommandLine(new ScheduleCommand(() -> OpenPlanning.of(calendar.desk(), () -> {}), calendar.clock))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    err.append(e.getMessage());
                    return Exit.of(e).code();
                })
                .execute(arguments);
    }

    private static List<String> starts(String json) {
        List<String> starts = new ArrayList<>();
        for (JsonNode one : new JsonMapper().readTree(json))
            starts.add(one.path("start").asString());
        return starts;
    }

    @Test
    void the_list_has_each_schedule_with_its_next_start() {
        assertThat(typed("list"))
                .isEqualTo("quarterly: yesterdays-prices on practice, first Tuesday of the quarter at 10:00"
                        + " (Europe/Berlin); next Tue 2027-01-05 10:00 CET (Tue 2027-01-05 09:00 UTC)\n");
        JsonNode one = new JsonMapper().readTree(typed("list", "--json")).get(0);
        assertThat(one.path("name").asString()).isEqualTo("quarterly");
        assertThat(one.path("zone").asString()).isEqualTo("Europe/Berlin");
        assertThat(one.path("next").asString()).isEqualTo("2027-01-05T09:00:00Z");
    }

    @Test
    void as_many_of_the_next_starts_are_listed_as_are_asked_for() {
        assertThat(typed("next", "1").lines())
                .singleElement()
                .asString()
                .contains("10:00 CET", "quarterly: yesterdays-prices on practice, planned");
        assertThat(starts(typed("next", "1", "--json"))).containsExactly("2027-01-05T09:00:00Z");
        assertThat(starts(typed("next", "2", "--json")))
                .containsExactly("2027-01-05T09:00:00Z", "2027-04-06T08:00:00Z");
    }

    @Test
    void a_preview_is_of_the_year_that_is_named_and_else_of_this_one() {
        assertThat(starts(typed("preview", "--year", "2028", "--json")))
                .containsExactly(
                        "2028-01-04T09:00:00Z", "2028-04-04T08:00:00Z", "2028-07-04T08:00:00Z", "2028-10-03T08:00:00Z");
        assertThat(starts(typed("preview", "--json"))).isNotEmpty().allSatisfy(start -> assertThat(start)
                .startsWith("2026-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"next", "preview --year 2027"})
    void as_a_calendar_file_starts_are_in_utc_under_the_name_of_their_schedule(String words) {
        List<String> arguments = new ArrayList<>(List.of(words.split(" ")));
        arguments.add("--ics");
        assertThat(typed(arguments.toArray(String[]::new)))
                .startsWith("BEGIN:VCALENDAR")
                .contains("SUMMARY:Drill: quarterly", "DTSTART:20270105T090000Z", "DTSTAMP:20261231T000000Z")
                .doesNotContain("yesterdays-prices", "{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"next", "preview"})
    void what_is_wanted_as_a_calendar_file_and_as_json_is_printed_as_neither(String words) {
        assertThat(run(words, "--ics", "--json")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isEqualTo("--ics prints a calendar file, and --json prints JSON: say one of them");
    }

    @Test
    void a_start_is_postponed_to_a_time_in_the_zone_of_its_schedule() {
        assertThat(typed("postpone", "quarterly", "--to", "2027-01-07 11:30", "--as", "ada"))
                .isEqualTo("'quarterly' now starts at Thu 2027-01-07 11:30 CET (Thu 2027-01-07 10:30 UTC)\n");
        assertThat(calendar.desk().next(1).get(0).start()).isEqualTo("2027-01-07T10:30:00Z");
        assertThat(calendar.desk().next(1).get(0).notes().get(0)).contains("ada");
    }

    @Test
    void what_is_no_time_moves_nothing() {
        assertThat(run("postpone", "quarterly", "--to", "2027-02-31 10:00")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("'2027-02-31 10:00' is no time: write one such as '2027-01-05 10:00'");
        assertThat(calendar.desk().next(1).get(0).start()).isEqualTo("2027-01-05T09:00:00Z");
    }

    @Test
    void a_start_that_is_skipped_is_history_with_who_did_it() {
        assertThat(typed("history")).isEqualTo("nothing\n");
        assertThat(typed("skip", "quarterly", "--as", "ada"))
                .startsWith("'quarterly' does not start at Tue 2027-01-05");
        assertThat(starts(typed("next", "1", "--json"))).containsExactly("2027-04-06T08:00:00Z");
        assertThat(typed("history")).contains("quarterly: ", ", skipped (by ada)");
        assertThat(starts(typed("history", "--json"))).containsExactly("2027-01-05T09:00:00Z");
    }

    @Test
    void a_schedule_that_is_paused_says_by_whom_until_it_is_resumed() {
        assertThat(typed("pause", "quarterly", "--as", "ada")).startsWith("'quarterly' is paused");
        assertThat(typed("list")).contains("; PAUSED by ada");
        assertThat(typed("resume", "quarterly")).startsWith("'quarterly' goes on");
        assertThat(typed("list")).doesNotContain("PAUSED");
    }
}
