package dev.drillbook.calendar;

import static dev.drillbook.calendar.TestSchedule.due;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.calendar.Forbidden.Kind;
import dev.drillbook.calendar.Note.MovedOutOfGap;
import dev.drillbook.calendar.Note.RunsOnceInOverlap;
import dev.drillbook.calendar.Note.Shifted;
import dev.drillbook.runbook.Invalid;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @Nested
    class on_a_day_without_drills {
        @Test
        void it_starts_at_the_same_time_of_the_next_working_day() {
            assertThat(due("first day of the quarter at 10:00")
                            .withHolidays("1 January New Year")
                            .plan("2027-01-01", "2027-01-31"))
                    .containsExactly("Fri 2027-01-01 10:00 = 2027-01-01 09:00Z"
                            + "  starts Mon 2027-01-04 10:00 = 2027-01-04 09:00Z  holiday New Year");
        }

        @Test
        void it_starts_on_the_working_day_before_where_that_is_wanted() {
            assertThat(due("last day of the month at 14:30")
                            .onForbiddenDays(Policy.PREVIOUS_WORKING_DAY)
                            .starts("2027-01-25", "2027-01-31"))
                    .containsExactly("Fri 2027-01-29 14:30");
        }

        @Test
        void it_is_skipped_and_said_so_where_that_is_wanted() {
            assertThat(due("15th of the month at 10:00")
                            .onForbiddenDays(Policy.SKIP)
                            .plan("2027-05-15", "2027-05-15"))
                    .containsExactly("Sat 2027-05-15 10:00 = 2027-05-15 08:00Z  skipped  Saturday");
        }

        @Test
        void a_freeze_is_passed_to_the_first_working_day_after_it() {
            assertThat(due("every Monday of December at 09:00")
                            .frozen("year end", "2027-12-24", "2028-01-06")
                            .starts("2027-12-20", "2028-01-31"))
                    .containsExactly("Mon 2027-12-20 09:00", "Fri 2028-01-07 09:00");
        }

        @Test
        void a_freeze_of_hours_is_passed_at_the_same_time_of_the_next_day() {
            assertThat(due("every Monday at 09:00")
                            .frozenAt("2027-01-04T07:00:00Z", "2027-01-04T08:30:00Z")
                            .starts("2027-01-04", "2027-01-10"))
                    .containsExactly("Tue 2027-01-05 09:00");
        }

        @Test
        void what_moved_it_is_noted() {
            Occurrence moved = due("15 January 2027 10:00")
                    .withHolidays("2027-01-15 Founders' Day")
                    .build()
                    .next(NOW, 1)
                    .get(0);
            assertThat(moved.planned()).isEqualTo(Instant.parse("2027-01-15T09:00:00Z"));
            assertThat(moved.notes())
                    .containsExactly(new Shifted(
                            LocalDate.of(2027, 1, 15),
                            LocalDate.of(2027, 1, 18),
                            new Forbidden(Kind.HOLIDAY, "Founders' Day")));
            assertThat(moved.notes().get(0).inWords()).isEqualTo("moved from 2027-01-15: holiday Founders' Day");
        }

        @Test
        void the_working_week_is_the_teams() {
            assertThat(due("first day of the month at 10:00")
                            .working(DayOfWeek.MONDAY, DayOfWeek.SATURDAY)
                            .starts("2027-05-01", "2027-05-31"))
                    .containsExactly("Sat 2027-05-01 10:00");
        }

        @Test
        void a_forbidden_year_and_more_is_skipped() {
            assertThat(due("15 January 2027 10:00")
                            .frozen("for ever", "2027-01-01", "2028-12-31")
                            .plan("2027-01-01", "2027-12-31"))
                    .containsExactly("Fri 2027-01-15 10:00 = 2027-01-15 09:00Z  skipped  freeze for ever");
        }
    }

    @Nested
    class at_a_weekend {
        @Test
        void a_day_of_the_week_that_is_named_is_meant() {
            assertThat(due("second Saturday of the month at 10:00").starts("2027-05-01", "2027-05-31"))
                    .containsExactly("Sat 2027-05-08 10:00");
        }

        @Test
        void a_date_that_is_named_is_meant() {
            assertThat(due("16 January 2027 10:00").starts("2027-01-01", "2027-01-31"))
                    .containsExactly("Sat 2027-01-16 10:00");
        }

        @Test
        void every_day_means_every_working_day() {
            assertThat(due("every day at 09:00").starts("2027-01-08", "2027-01-12"))
                    .containsExactly("Fri 2027-01-08 09:00", "Mon 2027-01-11 09:00", "Tue 2027-01-12 09:00");
        }

        @Test
        void a_holiday_moves_what_was_named_to_a_working_day() {
            assertThat(due("every Saturday at 10:00")
                            .withHolidays("2027-05-01 Labour Day")
                            .starts("2027-05-01", "2027-05-08"))
                    .containsExactly("Mon 2027-05-03 10:00", "Sat 2027-05-08 10:00");
        }
    }

    @Nested
    class near_another_of_its_own {
        @Test
        void the_one_that_would_start_with_a_later_one_gives_way_to_it() {
            assertThat(due("every Monday and Tuesday at 09:00")
                            .withHolidays("2027-01-04 Day off")
                            .plan("2027-01-04", "2027-01-05"))
                    .containsExactly(
                            "Mon 2027-01-04 09:00 = 2027-01-04 08:00Z"
                                    + "  skipped for Tue 2027-01-05 09:00 = 2027-01-05 08:00Z  holiday Day off",
                            "Tue 2027-01-05 09:00 = 2027-01-05 08:00Z  starts then");
        }

        @Test
        void one_that_would_move_back_on_an_earlier_one_gives_way_to_that() {
            assertThat(due("every Monday and Tuesday at 09:00")
                            .onForbiddenDays(Policy.PREVIOUS_WORKING_DAY)
                            .withHolidays("2027-01-05 Day off")
                            .plan("2027-01-04", "2027-01-05"))
                    .containsExactly(
                            "Mon 2027-01-04 09:00 = 2027-01-04 08:00Z  starts then",
                            "Tue 2027-01-05 09:00 = 2027-01-05 08:00Z"
                                    + "  skipped for Mon 2027-01-04 09:00 = 2027-01-04 08:00Z  holiday Day off");
        }

        @Test
        void a_freeze_of_weeks_leaves_one_behind_it() {
            assertThat(due("every Monday at 09:00")
                            .frozen("migration", "2027-02-01", "2027-02-17")
                            .starts("2027-01-25", "2027-02-22"))
                    .containsExactly("Mon 2027-01-25 09:00", "Thu 2027-02-18 09:00", "Mon 2027-02-22 09:00");
        }

        @Test
        void two_times_of_one_day_move_together() {
            assertThat(due("every Monday at 09:00 and 14:00")
                            .withHolidays("2027-01-04 Day off")
                            .starts("2027-01-04", "2027-01-05"))
                    .containsExactly("Tue 2027-01-05 09:00", "Tue 2027-01-05 14:00");
        }

        @Test
        void a_later_time_of_the_same_day_is_not_passed_either() {
            assertThat(due("every weekday at 09:00 and 14:00")
                            .frozenAt("2027-01-05T07:00:00Z", "2027-01-05T10:00:00Z")
                            .starts("2027-01-05", "2027-01-06"))
                    .containsExactly("Tue 2027-01-05 14:00", "Wed 2027-01-06 09:00", "Wed 2027-01-06 14:00");
        }
    }

    @Nested
    class when_the_clocks_change {
        @Test
        void a_time_in_the_gap_starts_at_the_first_minute_after_it() {
            Occurrence moved = due("28 March 2027 02:30").build().next(NOW, 1).get(0);
            assertThat(moved.start()).isEqualTo(Instant.parse("2027-03-28T01:00:00Z"));
            assertThat(moved.planned()).isEqualTo(moved.start());
            assertThat(moved.notes())
                    .containsExactly(new MovedOutOfGap(
                            LocalDateTime.parse("2027-03-28T02:30"), LocalDateTime.parse("2027-03-28T03:00")));
            assertThat(moved.notes().get(0).inWords()).isEqualTo("there is no 02:30 that day: 03:00");
        }

        @Test
        void a_time_in_the_overlap_starts_once_at_the_first_of_the_two() {
            List<Occurrence> all = due("31 October 2027 02:30").build().next(NOW, 9);
            assertThat(all).extracting(Occurrence::start).containsExactly(Instant.parse("2027-10-31T00:30:00Z"));
            assertThat(all.get(0).notes())
                    .containsExactly(new RunsOnceInOverlap(LocalDateTime.parse("2027-10-31T02:30")));
        }

        @Test
        void all_times_of_a_gap_and_its_end_are_one() {
            assertThat(due("0 0/20 2-3 28 3 ? 2027").plan("2027-03-28", "2027-03-28"))
                    .containsExactly(
                            "Sun 2027-03-28 03:00 = 2027-03-28 01:00Z  starts then",
                            "Sun 2027-03-28 03:20 = 2027-03-28 01:20Z  starts then",
                            "Sun 2027-03-28 03:40 = 2027-03-28 01:40Z  starts then");
        }

        @Test
        void a_gap_over_midnight_is_one_too() {
            assertThat(due("0 0/30 * ? * SAT,SUN").in("America/Nuuk").plan("2027-03-27", "2027-03-28"))
                    .hasSize(94)
                    .doesNotHaveDuplicates();
        }
    }

    @Nested
    class a_when_without_a_future {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                15 January 2024 10:00 | starts no drill in the two years from 2026-11-24: write
                15 January 2029 10:00 | its next is on 2029-01-15: write
                0 0 10 1 1 ? 2020-2025| starts no drill in the two years from 2026-11-24
                """)
        void is_refused(String words, String message) {
            assertThatThrownBy(() -> due(words).build().comingSoon(NOW))
                    .isInstanceOf(Invalid.class)
                    .hasMessageStartingWith("schedule 'quarterly': '" + words + "'")
                    .hasMessageContaining(message);
        }

        @Test
        void is_not_a_rare_one() {
            Schedule rare = due("every 29 February at 10:00").build();
            assertThat(rare.comingSoon(NOW)).isSameAs(rare);
            assertThatThrownBy(() -> rare.comingSoon(Instant.parse("2028-03-01T00:00:00Z")))
                    .hasMessageContaining("its next is on 2032-03-01");
        }
    }

    @Test
    void the_next_are_those_that_start_after_a_moment_whenever_they_were_planned() {
        Schedule quarterly = due("first day of the quarter at 10:00").build();
        assertThat(quarterly.next(Instant.parse("2028-01-02T00:00:00Z"), 2))
                .extracting(occurrence -> occurrence.start().toString())
                .containsExactly("2028-01-03T09:00:00Z", "2028-04-03T08:00:00Z");
    }

    @Test
    @Timeout(60)
    void years_of_minutes_are_looked_at_lazily() {
        Schedule busy = due("0 * * * * ?").build();
        assertThat(busy.next(Instant.parse("2027-01-08T22:58:30Z"), 3))
                .extracting(occurrence -> occurrence.start().toString())
                .containsExactly("2027-01-08T22:59:00Z", "2027-01-10T23:00:00Z", "2027-01-10T23:01:00Z");
    }
}
