package dev.drillbook.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.runbook.Invalid;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhenTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            first Tuesday of the quarter at 10:00      | 2027-01-05 2027-04-06 2027-07-06 2027-10-05
            last weekday of the quarter at 10:00       | 2027-03-31 2027-06-30 2027-09-30 2027-12-31
            last day of the year at 10:00              | 2027-12-31
            first day of the quarter at 10:00          | 2027-01-01 2027-04-01 2027-07-01 2027-10-01
            second Monday of the year at 10:00         | 2027-01-11
            first weekday of the year at 10:00         | 2027-01-01
            third Monday of January and July at 10:00  | 2027-01-18 2027-07-19
            fifth Friday of the month at 10:00         | 2027-01-29 2027-04-30 2027-07-30 2027-10-29 2027-12-31
            31st of January, March and May at 10:00    | 2027-01-31 2027-03-31 2027-05-31
            15 January 2027 10:00                      | 2027-01-15
            every 29 February at 10:00                 | ''
            every Sunday of May at 10:00               | 2027-05-02 2027-05-09 2027-05-16 2027-05-23 2027-05-30
            """)
    void words_mean_these_days_of_2027(String words, String days) {
        assertThat(dates(words)).isEqualTo(days);
    }

    @Test
    void the_last_weekday_of_a_month_is_no_saturday_and_no_sunday() {
        assertThat(dates("last weekday of the month at 14:30"))
                .isEqualTo("2027-01-29 2027-02-26 2027-03-31 2027-04-30 2027-05-31 2027-06-30 "
                        + "2027-07-30 2027-08-31 2027-09-30 2027-10-29 2027-11-30 2027-12-31");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FIRST  tuesday OF THE Quarter AT 10:00        | first Tuesday of the quarter at 10:00
            every first Tuesday of the quarter at 10:00   | first Tuesday of the quarter at 10:00
            on the 1st Tue of each quarter 10am           | first Tuesday of the quarter at 10:00
            the first and third Monday of every month 9:30| first and third Monday of the month at 09:30
            Last weekday of the month 2:30 pm             | last weekday of the month at 14:30
            last Friday in December at noon               | last Friday of December at 12:00
            15 January 2027 10:00                         | 15 January 2027 at 10:00
            15th of January 2027, 10:00                   | 15 January 2027 at 10:00
            Friday, 15 January 2027 at 10:00              | 15 January 2027 at 10:00
            January 15, 2027 10:00                        | 15 January 2027 at 10:00
            2027-01-15 10:00                              | 15 January 2027 at 10:00
            2027-01-15T10:00:30                           | 15 January 2027 at 10:00:30
            on 2027-01-15 at 12am                         | 15 January 2027 at 00:00
            every 15 January at 10:00                     | 15th of January at 10:00
            January 15th every year at 10:00              | 15th of January at 10:00
            the 1st and 15th of the month at 09:00, 14:00 | 1st and 15th of the month at 09:00 and 14:00
            first of the month at 10:00                   | 1st of the month at 10:00
            first day of the quarter at 10:00             | 1st of the quarter at 10:00
            every Mon, Wed and Fri at 9am                 | every Monday, Wednesday and Friday at 09:00
            Mondays and Thursdays at 09:00                | every Monday and Thursday at 09:00
            weekdays at 09:00                             | every weekday at 09:00
            daily at 09:00                                | every day at 09:00
            each Saturday of June at 09:00                | every Saturday of June at 09:00
            first Monday of the year at 10:00             | first Monday of January at 10:00
            """)
    void the_obvious_ways_of_saying_it_are_understood_and_said_back_in_one(String words, String back) {
        assertThat(When.parse(words).inWords()).isEqualTo(back);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            first Tusday of the quarter at 10:00 | no word 'Tusday'; did you mean 'Tuesday'?
            frist Tuesday of the quarter at 10:00| no word 'frist'; did you mean 'first'?
            first Tuesday of the semester at 10:00| no word 'semester'
            last working day of the month at 10:00| no word 'working': write it like 'last weekday of the month at 14:30'
            every other Monday at 09:00          | no word 'other': write it like 'every Monday and Thursday at 09:00'
            every 2nd Monday at 09:00            | is not understood: write it like 'every Monday and Thursday at 09:00'
            Monday at 09:00                      | is not understood: write it like 'every Monday
            15/01/2027 10:00                     | is not understood: write it like '2027-01-15 10:00'
            15 January at 10:00                  | is not understood: write it like 'every 15 January at 10:00'
            every Monday                         | says no time of day: write 'every Monday at 10:00'
            every Monday at 9                    | '9' is no time of day: write 09:00
            every Monday at 25:00                | '25:00' is no time of day: write one from 00:00 to 23:59
            every Monday at 24:00                | '24:00' is no time of day
            every Monday at 13pm                 | '13pm' is no time of day
            31 February 2027 10:00               | there is no 31 February in 2027: the month ends on the 28th
            29 February 2027 10:00               | there is no 29 February in 2027: the month ends on the 28th
            every 30 February at 10:00           | there is no 30 February: the month ends on the 29th
            31st of April and June at 10:00      | there is no 31 April: the month ends on the 30th
            31st of January and April at 10:00   | there is no 31 April: the month ends on the 30th
            32nd of the month at 10:00           | there is no 32 January: the month ends on the 31st
            Monday, 15 January 2027 10:00        | 2027-01-15 is a Friday, not a Monday
            first and last Monday of the quarter at 10:00 | write two schedules
            fifth Monday of the quarter at 10:00 | write the months
            10:00                                | is not understood
            ''                                   | is not understood
            """)
    void what_is_not_understood_is_named_with_the_nearest_right_form(String words, String message) {
        assertThatThrownBy(() -> When.parse(words))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("'" + words + "'")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first Tuesday of the quarter at 10:00",
                "third Monday of January, April, July and October at 10:00",
                "every Monday at 09:00",
                "every day at 00:00"
            })
    void a_line_of_another_spelling_means_the_same_as_its_words(String words) {
        When when = When.parse(words);
        assertThat(When.parse(when.inWords()).days()).isEqualTo(when.days());
    }

    private static String dates(String words) {
        return When.parse(words)
                .between(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31))
                .map(due -> due.toLocalDate().toString())
                .collect(Collectors.joining(" "));
    }
}
