package dev.drillbook.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.runbook.Invalid;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2027-01-06 Epiphany        | 2027-01-06 | Epiphany
            6 January 2027: Epiphany   | 2027-01-06 | Epiphany
            January 6, 2027 Epiphany   | 2027-01-06 | Epiphany
            25 December Christmas Day  | 2031-12-25 | Christmas Day
            December 25                | 2031-12-25 | (no name)
            29 February Leap Day       | 2028-02-29 | Leap Day
            """)
    void a_line_is_a_date_and_its_name(String line, LocalDate date, String name) {
        assertThat(Holidays.of(List.of(line)).on(date)).contains(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Epiphany               | begins with no date
            2027-02-30 Nothing     | there is no 30 February in 2027
            2027-13-01 Nothing     | begins with no date
            31 April Nothing       | there is no 31 April
            """)
    void a_line_without_a_date_that_exists_is_refused(String line, String message) {
        assertThatThrownBy(() -> Holidays.of(List.of(line)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(message)
                .hasMessageContaining(line);
    }

    @Nested
    class in_a_file {
        @Test
        void an_event_has_all_its_days() {
            var holidays = read("DTSTART;VALUE=DATE:20271225", "DTEND;VALUE=DATE:20271227", "SUMMARY:Christmas");
            assertThat(holidays.on(day("2027-12-24"))).isEmpty();
            assertThat(holidays.on(day("2027-12-25"))).contains("Christmas");
            assertThat(holidays.on(day("2027-12-26"))).contains("Christmas");
            assertThat(holidays.on(day("2027-12-27"))).isEmpty();
        }

        @Test
        void its_length_may_be_given_instead_of_its_end() {
            var holidays = read("DTSTART;VALUE=DATE:20271225", "DURATION:P3D");
            assertThat(holidays.dates()).containsOnlyKeys(day("2027-12-25"), day("2027-12-26"), day("2027-12-27"));
        }

        @Test
        void it_comes_again_as_its_rule_says() {
            var holidays = read("DTSTART;VALUE=DATE:20201126", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH");
            assertThat(holidays.on(day("2027-11-25"))).isPresent();
            assertThat(holidays.on(day("2045-11-23"))).isPresent();
            assertThat(holidays.dates()).hasSize(80);
        }

        @Test
        void its_rule_may_end_and_leave_days_out() {
            var holidays = read(
                    "DTSTART;VALUE=DATE:20260501",
                    "RRULE:FREQ=YEARLY;UNTIL=20290501",
                    "EXDATE;VALUE=DATE:20270501",
                    "RDATE;VALUE=DATE:20300502");
            assertThat(holidays.dates())
                    .containsOnlyKeys(day("2026-05-01"), day("2028-05-01"), day("2029-05-01"), day("2030-05-02"));
        }

        @Test
        void a_year_of_its_own_goes_before_the_rule() {
            var holidays = Holidays.NONE.and(HolidayFile.read(
                    calendar(
                            event("UID:kings", "DTSTART;VALUE=DATE:20260427", "RRULE:FREQ=YEARLY;COUNT=3"),
                            event("UID:kings", "RECURRENCE-ID;VALUE=DATE:20270427", "DTSTART;VALUE=DATE:20270426")),
                    "here"));
            assertThat(holidays.dates()).containsOnlyKeys(day("2026-04-27"), day("2027-04-26"), day("2028-04-27"));
        }

        @Test
        void a_year_of_its_own_may_be_cancelled() {
            var holidays = HolidayFile.read(
                    calendar(
                            event("UID:kings", "DTSTART;VALUE=DATE:20260427", "RRULE:FREQ=YEARLY;COUNT=3"),
                            event(
                                    "UID:kings",
                                    "RECURRENCE-ID;VALUE=DATE:20270427",
                                    "DTSTART;VALUE=DATE:20270427",
                                    "STATUS:CANCELLED")),
                    "here");
            assertThat(holidays.dates()).containsOnlyKeys(day("2026-04-27"), day("2028-04-27"));
        }

        @Test
        void meetings_and_what_is_cancelled_are_no_holidays() {
            var holidays = HolidayFile.read(
                    calendar(
                            event("DTSTART:20270105T090000Z", "SUMMARY:Meeting"),
                            event("DTSTART;VALUE=DATE:20270106", "STATUS:CANCELLED"),
                            event("DTSTART;VALUE=DATE:20270107", "SUMMARY:Day off")),
                    "here");
            assertThat(holidays.dates()).containsOnlyKeys(day("2027-01-07"));
        }

        @Test
        void a_file_without_a_whole_day_is_refused() {
            assertThatThrownBy(() -> HolidayFile.read("What is this?", "holidays.ics"))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("holidays.ics has no whole-day event");
        }

        @Test
        void a_file_that_is_not_there_is_named() {
            assertThatThrownBy(() -> Holidays.read(Path.of("nowhere.ics")))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("nowhere.ics cannot be read");
        }

        private Holidays read(String... event) {
            return HolidayFile.read(calendar(event(event)), "here");
        }

        private String event(String... lines) {
            return "BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
        }

        private String calendar(String... events) {
            return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + String.join("", events) + "END:VCALENDAR\r\n";
        }
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
