package dev.drillbook.calendar;

import static dev.drillbook.calendar.TestSchedule.due;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another program, in another language, comes to the same occurrences: six schedules in five zones over twenty years,
 * holidays, freezes and clock changes included. Its zones are the system's and ours the JDK's, which may be of different
 * years: these five keep the same rules in all of 2025a (JDK 17.0.15), 2025b and 2026f (Debian 12) until 2046.
 */
class OccurrencesTest {
    private static final Path TESTS = Path.of(System.getProperty("drillbook.home"), "engine/src/test");
    private static final Path RESOURCES = TESTS.resolve("resources/dev/drillbook/calendar");
    private static final int FIRST = 2026, LAST = 2045;
    private static final int NO_DATEUTIL = 1;

    @TempDir
    Path folder;

    @Test
    void twenty_years_are_what_an_independent_script_computes() throws Exception {
        List<String> ours = told(FIRST, LAST);
        assertThat(ours).hasSizeGreaterThan(4000);
        assertThat(ours).isEqualTo(script(FIRST, LAST));
    }

    @Test
    void one_year_is_what_a_person_can_check_against_a_calendar() throws Exception {
        assertThat(told(2027, 2027)).isEqualTo(Files.readAllLines(RESOURCES.resolve("occurrences-2027.txt")));
    }

    private static List<String> told(int first, int last) {
        Instant begin = year(first), end = year(last + 1);
        List<String> lines = new ArrayList<>();
        for (Schedule schedule : schedules()) {
            lines.add(heading(schedule));
            schedule.plan(begin, end).forEach(planned -> lines.add("  " + TestSchedule.told(schedule, planned)));
        }
        return lines;
    }

    private static String heading(Schedule schedule) {
        return schedule.name() + ": " + schedule.when().inWords() + ", " + schedule.zone() + ", "
                + schedule.policy().inWords();
    }

    private static List<Schedule> schedules() {
        return List.of(
                berlin("first weekday of the quarter at 10:00").named("quarter"),
                berlin("0 30 14 LW * ?")
                        .onForbiddenDays(Policy.PREVIOUS_WORKING_DAY)
                        .named("month-end"),
                due("0 30 1,2 ? * SUN")
                        .in("America/New_York")
                        .withHolidays(Holidays.read(RESOURCES.resolve("united-states.ics")))
                        .named("night"),
                freezes(due("every Monday at 09:30").in("Asia/Kolkata"), "Diwali", "-10-25", "-11-12", 0)
                        .withHolidays(
                                "26 January Republic Day", "15 August Independence Day", "2 October Gandhi Jayanti")
                        .named("monday"),
                due("0 15,45 1,2 ? APR,OCT SUN#1").in("Australia/Lord_Howe").named("half-hour"),
                due("0 30 0,23 ? 4,9 SAT,SUN")
                        .in("America/Santiago")
                        .onForbiddenDays(Policy.SKIP)
                        .withHolidays("18 September Independence", "19 September Army Day")
                        .named("midnight"));
    }

    private static TestSchedule berlin(String when) {
        return freezes(due(when).in("Europe/Berlin"), "year end", "-12-20", "-01-06", 1)
                .withHolidays(Holidays.read(RESOURCES.resolve("germany.ics")));
    }

    private static TestSchedule freezes(TestSchedule schedule, String name, String first, String last, int years) {
        IntStream.rangeClosed(FIRST - 1, LAST + 1)
                .forEach(year -> schedule.frozen(name, year + first, year + years + last));
        return schedule;
    }

    private static Instant year(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private List<String> script(int first, int last) throws IOException, InterruptedException {
        Path script = TESTS.resolve("python/occurrences.py");
        assumeTrue(run("python3", "-c", "import dateutil") != NO_DATEUTIL, "no python3-dateutil on this machine");
        assertThat(run("python3", script.toString(), "" + first, "" + last)).isZero();
        return Files.readAllLines(folder.resolve("said"));
    }

    private int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(Stream.of(command).toList())
                    .redirectOutput(folder.resolve("said").toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            assumeTrue(false, "no python3 on this machine: " + e.getMessage());
            throw new AssertionError(e);
        }
    }
}
