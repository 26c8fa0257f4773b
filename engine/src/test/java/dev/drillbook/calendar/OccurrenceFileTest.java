package dev.drillbook.calendar;

import static dev.drillbook.calendar.TestSchedule.due;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OccurrenceFileTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final TestSchedule QUARTERLY = due("first day of the quarter at 10:00");

    @Test
    void calendars_read_when_each_starts_and_how_long_to_keep_free() {
        VEvent event = events(QUARTERLY.build()).get(0);
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo("2027-01-01T09:00:00Z");
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo("2027-01-01T11:00:00Z");
        assertThat(event.getDateTimeStamp().getValue().toInstant()).isEqualTo(NOW);
        assertThat(event.getSummary().getValue()).isEqualTo("Drill: quarterly");
    }

    @Test
    void an_occurrence_that_a_new_holiday_moves_keeps_its_uid() {
        VEvent before = events(QUARTERLY.build()).get(0);
        VEvent after = events(due("first day of the quarter at 10:00")
                        .withHolidays("1 January New Year")
                        .build())
                .get(0);
        assertThat(after.getUid()).isEqualTo(before.getUid());
        assertThat(after.getDateStart()).isNotEqualTo(before.getDateStart());
        assertThat(after.getUid().getValue()).isEqualTo("quarterly-20270101T090000Z@drillbook");
    }

    @Test
    void no_two_have_the_same_uid() {
        assertThat(events(due("every day at 09:00").build()))
                .extracting(event -> event.getUid().getValue())
                .doesNotHaveDuplicates();
    }

    @Test
    void it_says_nothing_of_the_runbook() {
        assertThat(file(QUARTERLY.build())).doesNotContain("yesterdays-prices");
    }

    @Test
    void a_name_with_line_breaks_and_signs_stays_text() {
        Schedule odd = QUARTERLY.named("a;b,c\r\nBEGIN:VALARM");
        assertThat(file(odd)).doesNotContain("\nBEGIN:VALARM");
        assertThat(events(odd).get(0).getSummary().getValue()).startsWith("Drill: a;b,c");
    }

    private static List<VEvent> events(Schedule schedule) {
        return Biweekly.parse(file(schedule)).first().getEvents();
    }

    private static String file(Schedule schedule) {
        return OccurrenceFile.of(schedule.next(NOW, 5).stream().collect(Collectors.toList()), Duration.ofHours(2), NOW);
    }
}
