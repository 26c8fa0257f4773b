package dev.drillbook.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.runbook.Invalid;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronLineTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 0 10 ? 1/3 TUE#1          | first Tuesday of the quarter at 10:00
            0 0 10 ? JAN,APR,JUL,OCT 3#1| first Tuesday of the quarter at 10:00
            0 30 14 LW * ?              | last weekday of the month at 14:30
            0 0 10 ? * 6L               | last Friday of the month at 10:00
            0 0 9 ? * MON-FRI           | every weekday at 09:00
            0 0 9 ? * FRI-MON           | every Monday, Friday, Saturday and Sunday at 09:00
            0 0 9 ? * L                 | every Saturday at 09:00
            0 0 9 * * ?                 | every day at 09:00
            0 0 9 ? * *                 | every day at 09:00
            0 0 9 1,15 * ?              | 1st and 15th of the month at 09:00
            0 0 9 L 3/3 ?               | last day of the quarter at 09:00
            0 0 9 L-2 * ?               | 3rd-to-last day of the month at 09:00
            0 0 9 15W * ?               | weekday nearest the 15th of the month at 09:00
            0 0 9 1W,L-3W * ?           | weekday nearest the 1st and weekday nearest the 4th-to-last day of the month at 09:00
            0 0 10 15 1 ? 2027          | 15 January 2027 at 10:00
            0 0 10 15 1 ? 2027-2029     | 15th of January in 2027, 2028 and 2029 at 10:00
            0 0/15 * ? * sun            | every Sunday 96 times a day, from 00:00 to 23:45
            30 0 22-1 ? * SAT           | every Saturday at 00:00:30, 01:00:30, 22:00:30 and 23:00:30
            """)
    void a_line_is_said_back_in_words(String line, String words) {
        assertThat(When.parse(line).inWords()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 0 9 1W * ?    | 2027-05-03
            0 0 9 15W * ?   | 2027-05-14
            0 0 9 16W * ?   | 2027-05-17
            0 0 9 30W 5 ?   | 2027-05-31
            0 0 9 L-1W 5 ?  | 2027-05-31
            0 0 9 LW * ?    | 2027-05-31
            0 0 9 L-30 * ?  | 2027-05-01
            0 0 9 ? * 2#5   | 2027-05-31
            0 0 9 ? * MON#1,MON#3 | 2027-05-03 2027-05-17
            """)
    void it_means_these_days_of_may_2027_which_begins_and_ends_at_a_weekend(String line, String days) {
        assertThat(When.parse(line)
                        .between(LocalDate.of(2027, 5, 1), LocalDate.of(2027, 5, 31))
                        .map(due -> due.toLocalDate().toString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(days);
    }

    @Test
    void a_month_without_the_31st_has_no_weekday_nearest_to_it() {
        assertThat(When.parse("0 0 9 31W * ?").between(LocalDate.of(2027, 4, 1), LocalDate.of(2027, 5, 2)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 0 10 ? * MON-FRI#1  | 'MON-FRI#1' in the day-of-week field names more than one day: # takes one, such as MON#1
            0 0 10 ? * MON-FRIL   | L takes one day, such as FRIL
            0 0 10 ? * TUE#6      | after # goes a number from 1 to 5, such as TUE#1
            0 0 10 ? * TUESDAY    | 'TUESDAY' in the day-of-week field has 'TUESDAY': write numbers from 1 to 7, or names from SUN to SAT
            0 0 10 ? * 0          | has 0: write numbers from 1 to 7
            0 0 10 15 * MON       | exactly one of the two day fields is '?': write '? * MON' for days of the week, or '15 * ?'
            0 0 10 * * *          | exactly one of the two day fields is '?'
            0 0 10 ? * ?          | exactly one of the two day fields is '?'
            0 10 * * 1            | has 5 fields: a Quartz line has six or seven, the seconds first
            0 0 10 1-15W * ?      | W takes one day, such as 15W
            0 0 10 L-31 * ?       | goes back too far
            0 0 24 * * ?          | '24' in the hours field has 24: write numbers from 0 to 23
            0 0/0 10 * * ?        | has a step of 0
            0 0,, 10 * * ?        | '' in the minutes field is not understood
            0 0 10 * * ? 2030-2027| goes backwards
            0 0 10 31 2 ?         | never comes: there is no 31st of February
            0 0 10 31 4,6 ?       | never comes: there is no 31st of April and June
            0 0 10 29 2 ? 2027    | never comes: there is no 29 February 2027
            * * * * * ?           | is due 86400 times a day
            """)
    void what_is_wrong_is_named_with_its_field_and_the_nearest_right_form(String line, String message) {
        assertThatThrownBy(() -> When.parse(line))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("'" + line + "'")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }
}
