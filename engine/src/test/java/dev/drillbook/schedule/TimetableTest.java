package dev.drillbook.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.control.Planning;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Refused;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimetableTest {
    private static final String WEEKLY = """
            zone: Europe/Berlin
            schedules:
              weekly:
                runbook: yesterdays-prices
                when: every Monday at 09:00
                announce: 1 day
                remind: 15 minutes
            """;

    private static final String EVENINGS = """
            zone: Europe/Berlin
            schedules:
              weekly:
                runbook: yesterdays-prices
                when: every Friday at 18:00
                grace: 12 hours
            """;

    @TempDir
    private Path folder;

    private TestCalendar calendar;

    @AfterEach
    void close() {
        if (calendar != null) calendar.close();
    }

    @Test
    void a_drill_is_announced_reminded_of_and_started_at_its_minute() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.passesTo("2027-01-04T12:00:00Z");
        assertThat(calendar.told())
                .containsExactly(
                        "2027-01-03T08:00:00Z announce", "2027-01-04T07:45:00Z remind", "2027-01-04T08:00:00Z start");
        assertThat(calendar.started).containsExactly("weekly 2027-01-04T08:00:00Z at 2027-01-04T08:00:00Z");
    }

    @Test
    void a_start_missed_by_less_than_its_grace_is_made_up_for() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.isOffUntil("2027-01-04T08:14:00Z");
        assertThat(calendar.started).containsExactly("weekly 2027-01-04T08:00:00Z at 2027-01-04T08:14:00Z");
    }

    @Test
    void a_start_missed_by_more_is_never_made_up_for_and_told_with_the_next_dates() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.isOffUntil("2027-01-20T00:00:00Z");
        assertThat(calendar.started).isEmpty();
        assertThat(calendar.past())
                .containsExactly(
                        "weekly 2027-01-04T08:00:00Z missed",
                        "weekly 2027-01-11T08:00:00Z missed",
                        "weekly 2027-01-18T08:00:00Z missed");
        assertThat(calendar.told()).hasSize(3).allMatch(line -> line.endsWith(" missed"));
        assertThat(calendar.toldInWords().get(2))
                .contains("to start at Mon 2027-01-18 09:00 CET (Mon 2027-01-18 08:00 UTC)")
                .contains("Next possible dates: Mon 2027-01-25 09:00 CET (Mon 2027-01-25 08:00 UTC), Mon 2027-02-01")
                .contains("sooner with drillbook run yesterdays-prices --environment practice");
    }

    @Test
    void of_a_long_absence_each_start_is_recorded_as_missed_and_told_and_the_next_one_is_made() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.isOffUntil("2027-06-30T00:00:00Z");
        assertThat(calendar.past())
                .hasSize(26)
                .allMatch(line -> line.endsWith(" missed"))
                .startsWith("weekly 2027-01-04T08:00:00Z missed")
                .endsWith("weekly 2027-06-28T07:00:00Z missed");
        assertThat(calendar.told()).hasSize(26).allMatch(line -> line.endsWith(" missed"));
        calendar.passesTo("2027-07-05T07:00:00Z");
        assertThat(calendar.started).containsExactly("weekly 2027-07-05T07:00:00Z at 2027-07-05T07:00:00Z");
    }

    @Test
    void of_many_who_claim_the_same_one_at_once_one_gets_it() throws Exception {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        Row row = calendar.table().in(State.PLANNED).get(0);
        ExecutorService many = Executors.newFixedThreadPool(8);
        CyclicBarrier gun = new CyclicBarrier(8);
        Callable<Boolean> claim = () -> {
            gun.await();
            return calendar.table().claim(row);
        };
        int won = 0;
        for (Future<Boolean> one : many.invokeAll(Collections.nCopies(8, claim))) if (one.get()) won++;
        many.shutdown();
        assertThat(won).isEqualTo(1);
    }

    @Test
    void one_that_a_person_just_postponed_is_not_claimed_for_its_old_start() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        Row row = calendar.table().in(State.PLANNED).get(0);
        calendar.desk().postpone("weekly", LocalDateTime.parse("2027-01-05T10:00"), "ada");
        assertThat(calendar.table().claim(row)).isFalse();
    }

    @Test
    void an_alarm_that_rings_again_starts_nothing_again() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.passesTo("2027-01-04T08:00:00Z");
        calendar.alarm().ring(new Due("weekly", Instant.parse("2027-01-04T08:00:00Z"), Due.Kind.START));
        assertThat(calendar.started).hasSize(1);
    }

    @Test
    void an_alarm_that_rings_early_starts_nothing_early() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.alarm().ring(new Due("weekly", Instant.parse("2027-01-04T08:00:00Z"), Due.Kind.START));
        assertThat(calendar.started).isEmpty();
        calendar.passesTo("2027-01-04T08:00:00Z");
        assertThat(calendar.started).hasSize(1);
    }

    @Test
    void a_claimed_one_whose_process_died_before_the_start_is_started_once() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        claim();
        calendar.isOffUntil("2027-01-04T08:01:00Z");
        assertThat(calendar.started).hasSize(1);
    }

    @Test
    void a_claimed_one_that_was_started_is_not_started_again() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        claim();
        calendar.started.add("weekly 2027-01-04T08:00:00Z at the moment before the end");
        calendar.isOffUntil("2027-01-04T08:01:00Z");
        assertThat(calendar.started).hasSize(1);
        assertThat(calendar.past()).containsExactly("weekly 2027-01-04T08:00:00Z started");
    }

    @Test
    void one_whose_start_only_its_journal_remembers_is_not_started_again() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.started.add("weekly 2027-01-04T08:00:00Z at a moment that the table lost");
        calendar.passesTo("2027-01-04T08:01:00Z");
        assertThat(calendar.started).hasSize(1);
        assertThat(calendar.past()).containsExactly("weekly 2027-01-04T08:00:00Z started");
    }

    @Test
    void a_refused_drill_is_recorded_with_its_reason() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.refuses("the steady state does not hold");
        calendar.passesTo("2027-01-04T08:00:00Z");
        assertThat(calendar.desk().history(1)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo("refused");
            assertThat(one.notes()).contains("the steady state does not hold");
        });
    }

    @Test
    void one_whose_environment_is_busy_waits_within_its_grace() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.isBusyUntil("2027-01-04T08:09:55Z");
        calendar.passesTo("2027-01-04T09:00:00Z");
        assertThat(calendar.started).containsExactly("weekly 2027-01-04T08:00:00Z at 2027-01-04T08:10:00Z");
    }

    @Test
    void one_whose_environment_stays_busy_is_missed_with_the_reason() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.isBusyUntil("2027-01-04T10:00:00Z");
        calendar.passesTo("2027-01-04T12:00:00Z");
        assertThat(calendar.started).isEmpty();
        assertThat(calendar.desk().history(1)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo("missed");
            assertThat(one.notes().toString()).contains("another drill is running");
        });
    }

    @Test
    void one_of_which_nobody_can_tell_whether_it_began_waits_within_its_grace() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.isUnreadUntil("2027-01-04T08:09:55Z");
        calendar.passesTo("2027-01-04T09:00:00Z");
        assertThat(calendar.started).containsExactly("weekly 2027-01-04T08:00:00Z at 2027-01-04T08:10:00Z");
    }

    @Test
    void one_of_which_nobody_could_tell_whether_it_began_is_missed_with_the_reason() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.isUnreadUntil("2027-01-04T10:00:00Z");
        calendar.passesTo("2027-01-04T12:00:00Z");
        assertThat(calendar.started).isEmpty();
        assertThat(calendar.desk().history(1)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo("missed");
            assertThat(one.notes().toString()).contains("cannot look into reports");
        });
    }

    @Test
    void one_whose_steady_state_does_not_hold_is_refused_although_it_began() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.refusesLater("the steady state does not hold");
        calendar.passesTo("2027-01-04T08:00:00Z");
        assertThat(calendar.past()).containsExactly("weekly 2027-01-04T08:00:00Z refused");
        assertThat(calendar.told()).contains("2027-01-04T08:00:00Z refused");
    }

    @Test
    void a_schedule_that_is_widened_plans_what_it_says_now() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.readsAgain(WEEKLY.replace("every Monday at", "every weekday at"));
        calendar.passesTo("2027-01-06T12:00:00Z");
        assertThat(calendar.started).hasSize(3);
    }

    @Test
    void a_holiday_that_is_taken_back_is_an_ordinary_day_again() {
        begin(
                "2027-01-02T00:00:00Z",
                WEEKLY + "    on-days-without-drills: skip\nholidays:\n  dates: [2027-01-04 Off]\n");
        calendar.readsAgain(WEEKLY + "    on-days-without-drills: skip\n");
        calendar.passesTo("2027-01-04T12:00:00Z");
        assertThat(calendar.started).hasSize(1);
    }

    @Test
    void a_schedule_changed_today_makes_up_for_nothing_it_did_not_say_before() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.passesTo("2027-01-05T08:05:00Z");
        calendar.readsAgain(WEEKLY.replace("Monday", "Tuesday"));
        assertThat(calendar.started).hasSize(1);
        assertThat(calendar.past()).hasSize(1);
    }

    @Test
    void nothing_is_pulled_forward() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        assertThatThrownBy(() -> calendar.desk().postpone("weekly", LocalDateTime.parse("2027-01-04T08:59"), "ada"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("name a later time");
    }

    @Test
    void nobody_changes_what_is_planned() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        var desk = calendar.desk();
        for (Runnable change : List.<Runnable>of(
                () -> desk.postpone("weekly", LocalDateTime.parse("2027-01-06T14:30"), " "),
                () -> desk.skip("weekly", ""),
                () -> desk.pause("weekly", null),
                () -> desk.resume("weekly", " ")))
            assertThatThrownBy(change::run)
                    .isInstanceOf(Invalid.class)
                    .hasMessage("nobody is named who answers for it: say who");
        assertThat(calendar.table().in(State.PLANNED).get(0).start()).isEqualTo("2027-01-04T08:00:00Z");
    }

    @Test
    void a_postponed_one_starts_when_it_was_put() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.desk().postpone("weekly", LocalDateTime.parse("2027-01-06T14:30"), "ada");
        calendar.passesTo("2027-01-07T00:00:00Z");
        assertThat(calendar.started).containsExactly("weekly 2027-01-04T08:00:00Z at 2027-01-06T13:30:00Z");
    }

    @Test
    void nothing_is_postponed_to_a_day_without_drills_nor_past_the_next_one() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        assertThatThrownBy(() -> calendar.desk().postpone("weekly", LocalDateTime.parse("2027-01-09T10:00"), "ada"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Saturday");
        assertThatThrownBy(() -> calendar.desk().postpone("weekly", LocalDateTime.parse("2027-01-12T10:00"), "ada"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("the one after it starts at Mon 2027-01-11 09:00 CET");
    }

    @Test
    void one_of_every_saturday_is_postponed_within_its_saturday() {
        begin("2027-01-02T12:00:00Z", WEEKLY.replace("Monday", "Saturday"));
        calendar.desk().postpone("weekly", LocalDateTime.parse("2027-01-09T14:30"), "ada");
        calendar.passesTo("2027-01-10T00:00:00Z");
        assertThat(calendar.started).containsExactly("weekly 2027-01-09T08:00:00Z at 2027-01-09T13:30:00Z");
    }

    @Test
    void who_may_not_start_drills_changes_nothing_that_the_calendar_starts() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.letsRunOnly("practice", "ada");
        Planning desk = calendar.desk();
        List.<Runnable>of(
                        () -> desk.postpone("weekly", LocalDateTime.parse("2027-01-06T14:30"), "bob"),
                        () -> desk.skip("weekly", "bob"),
                        () -> desk.pause("weekly", "bob"),
                        () -> desk.resume("weekly", "bob"))
                .forEach(change -> assertThatThrownBy(change::run)
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("'bob' may not start drills"));
        desk.pause("weekly", "ada");
        desk.resume("weekly", "ada");
        calendar.passesTo("2027-01-05T00:00:00Z");
        assertThat(calendar.started).containsExactly("weekly 2027-01-04T08:00:00Z at 2027-01-04T08:00:00Z");
    }

    @Test
    void a_skipped_one_does_not_start_and_the_next_does() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.desk().skip("weekly", "ada");
        calendar.passesTo("2027-01-12T00:00:00Z");
        assertThat(calendar.past())
                .containsExactly("weekly 2027-01-04T08:00:00Z skipped", "weekly 2027-01-11T08:00:00Z started");
    }

    @Test
    void a_schedule_all_of_whose_planned_ones_are_skipped_goes_on_with_the_one_after_them() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        for (int i = 0; i < Filling.AHEAD; i++) calendar.desk().skip("weekly", "ada");
        calendar.passesTo("2027-03-16T00:00:00Z");
        assertThat(calendar.started).containsExactly("weekly 2027-03-15T08:00:00Z at 2027-03-15T08:00:00Z");
    }

    @Test
    void the_last_one_planned_is_skipped_with_the_time_of_the_next() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        for (int i = 1; i < Filling.AHEAD; i++) calendar.desk().skip("weekly", "ada");
        assertThat(calendar.desk().skip("weekly", "ada")).contains("; next at Mon 2027-03-15 09:00");
    }

    @Test
    void a_schedule_that_skips_had_silenced_plans_again_after_a_restart() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        for (Row row : calendar.table().in(State.PLANNED))
            calendar.table().move(row, State.PLANNED, State.SKIPPED, Optional.empty(), "by ada");
        calendar.isOffUntil("2027-01-03T00:00:00Z");
        assertThat(calendar.table().in(State.PLANNED))
                .hasSize(Filling.AHEAD)
                .first()
                .extracting(Row::planned)
                .isEqualTo(Instant.parse("2027-03-15T08:00:00Z"));
    }

    @Test
    void a_paused_schedule_starts_nothing_until_it_is_resumed() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.desk().pause("weekly", "ada");
        calendar.passesTo("2027-01-05T00:00:00Z");
        calendar.desk().resume("weekly", "ada");
        calendar.passesTo("2027-01-12T00:00:00Z");
        assertThat(calendar.past())
                .containsExactly("weekly 2027-01-04T08:00:00Z skipped", "weekly 2027-01-11T08:00:00Z started");
        assertThat(calendar.told()).noneMatch(line -> line.startsWith("2027-01-04"));
    }

    @Test
    void a_changed_file_withdraws_what_it_no_longer_plans() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.readsAgain(WEEKLY.replace("Monday", "Tuesday"));
        calendar.passesTo("2027-01-06T00:00:00Z");
        assertThat(calendar.started).containsExactly("weekly 2027-01-05T08:00:00Z at 2027-01-05T08:00:00Z");
    }

    @Test
    void a_holiday_added_later_moves_what_is_planned_but_not_what_a_person_put_elsewhere() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.desk().postpone("weekly", LocalDateTime.parse("2027-01-04T15:00"), "ada");
        calendar.readsAgain(WEEKLY + "holidays:\n  dates: [2027-01-04 One day, 2027-01-11 Another]\n");
        calendar.passesTo("2027-01-13T00:00:00Z");
        assertThat(calendar.started)
                .containsExactly(
                        "weekly 2027-01-04T08:00:00Z at 2027-01-04T14:00:00Z",
                        "weekly 2027-01-11T08:00:00Z at 2027-01-12T08:00:00Z");
    }

    @Test
    void what_was_postponed_is_not_lost_when_its_schedule_changes_after_its_planned_time() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.desk().postpone("weekly", LocalDateTime.parse("2027-01-06T10:00"), "ada");
        calendar.passesTo("2027-01-05T00:00:00Z");
        calendar.readsAgain(WEEKLY.replace("09:00", "08:30"));
        calendar.passesTo("2027-01-12T00:00:00Z");
        assertThat(calendar.started)
                .containsExactly(
                        "weekly 2027-01-04T08:00:00Z at 2027-01-06T09:00:00Z",
                        "weekly 2027-01-11T07:30:00Z at 2027-01-11T07:30:00Z");
    }

    @Test
    void what_was_shifted_past_a_holiday_goes_with_a_word_when_its_schedule_names_it_no_longer() {
        String shifted = WEEKLY + "holidays:\n  dates: [2027-01-04 One day]\n";
        begin("2027-01-02T00:00:00Z", shifted);
        calendar.passesTo("2027-01-04T12:00:00Z");
        calendar.readsAgain(shifted.replace("09:00", "09:30"));
        calendar.passesTo("2027-01-06T00:00:00Z");
        assertThat(calendar.started).isEmpty();
        assertThat(calendar.past()).containsExactly("weekly 2027-01-04T08:00:00Z skipped");
        assertThat(calendar.told()).contains("2027-01-04T12:00:00Z withdrawn");
    }

    @Test
    void nor_is_what_was_postponed_started_twice_where_the_new_words_plan_it_again() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.desk().postpone("weekly", LocalDateTime.parse("2027-01-06T10:00"), "ada");
        calendar.passesTo("2027-01-05T00:00:00Z");
        calendar.readsAgain(WEEKLY.replace("Monday", "Tuesday"));
        calendar.passesTo("2027-01-07T00:00:00Z");
        assertThat(calendar.started).containsExactly("weekly 2027-01-05T08:00:00Z at 2027-01-05T08:00:00Z");
    }

    @Test
    void what_a_person_postponed_stays_though_its_planned_day_is_to_be_left_out_now() {
        String skipping = WEEKLY + "    on-days-without-drills: skip\n";
        begin("2027-01-02T00:00:00Z", skipping);
        calendar.desk().postpone("weekly", LocalDateTime.parse("2027-01-06T10:00"), "ada");
        calendar.readsAgain(skipping + "holidays:\n  dates: [2027-01-04 One day]\n");
        calendar.passesTo("2027-01-07T00:00:00Z");
        assertThat(calendar.started).containsExactly("weekly 2027-01-04T08:00:00Z at 2027-01-06T09:00:00Z");
    }

    @Test
    void a_late_start_is_made_with_what_the_file_says_now() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.passesTo("2027-01-04T07:58:00Z");
        calendar.isOffUntil(
                "2027-01-04T08:02:00Z",
                WEEKLY.replace("yesterdays-prices", "slow-checkout") + "    environment: staging\n");
        assertThat(calendar.started).containsExactly("weekly 2027-01-04T08:00:00Z at 2027-01-04T08:02:00Z");
        assertThat(calendar.startedOn).containsExactly("slow-checkout on staging");
    }

    @Test
    void a_late_start_whose_day_became_a_holiday_moves_with_it() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.passesTo("2027-01-04T07:58:00Z");
        calendar.isOffUntil("2027-01-04T08:02:00Z", WEEKLY + "holidays:\n  dates: [2027-01-04 One day]\n");
        calendar.passesTo("2027-01-06T00:00:00Z");
        assertThat(calendar.started).containsExactly("weekly 2027-01-04T08:00:00Z at 2027-01-05T08:00:00Z");
    }

    @Test
    void a_late_start_that_is_named_no_longer_is_withdrawn_with_a_word() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.passesTo("2027-01-04T07:58:00Z");
        calendar.isOffUntil("2027-01-04T08:02:00Z", WEEKLY.replace("Monday", "Tuesday"));
        calendar.passesTo("2027-01-06T00:00:00Z");
        assertThat(calendar.past())
                .containsExactly("weekly 2027-01-04T08:00:00Z skipped", "weekly 2027-01-05T08:00:00Z started");
        assertThat(calendar.told()).contains("2027-01-04T08:02:00Z withdrawn");
        assertThat(calendar.desk().history(2).get(1).notes()).contains("its schedule was changed");
    }

    @Test
    void what_cannot_be_listed_is_told() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        for (int count : new int[] {0, -3}) {
            assertThatThrownBy(() -> calendar.desk().next(count)).isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> calendar.desk().history(count)).isInstanceOf(Invalid.class);
        }
        for (int year : new int[] {Integer.MIN_VALUE, 0, 1969, 10_000, Integer.MAX_VALUE})
            assertThatThrownBy(() -> calendar.desk().preview(year))
                    .isInstanceOf(Invalid.class)
                    .hasMessage("'" + year + "' is no year to plan: name one from 1970 to 9999");
        assertThat(calendar.desk().preview(9999)).hasSize(52);
    }

    @Test
    void who_looks_where_no_serve_runs_takes_nothing_out_without_a_word() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.passesTo("2027-01-04T07:58:00Z");
        calendar.isLookedAtUntil("2027-01-04T08:01:00Z", WEEKLY.replace("Monday", "Tuesday"));
        calendar.isOffUntil("2027-01-04T08:02:00Z", WEEKLY.replace("Monday", "Tuesday"));
        assertThat(calendar.told()).contains("2027-01-04T08:02:00Z withdrawn");
    }

    @Test
    void a_late_start_that_was_pulled_before_a_holiday_is_withdrawn_with_a_word_too() {
        String pulled = WEEKLY + "    on-days-without-drills: previous working day\n"
                + "holidays:\n  dates: [2027-01-11 One day]\n";
        begin("2027-01-05T00:00:00Z", pulled);
        calendar.passesTo("2027-01-08T07:58:00Z");
        calendar.isOffUntil("2027-01-08T08:02:00Z", pulled.replace("Monday", "Tuesday"));
        assertThat(calendar.past()).containsExactly("weekly 2027-01-11T08:00:00Z skipped");
        assertThat(calendar.told()).contains("2027-01-08T08:02:00Z withdrawn");
    }

    @Test
    void what_a_person_postponed_starts_late_where_they_put_it_with_what_the_file_says_now() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.desk().postpone("weekly", LocalDateTime.parse("2027-01-06T10:00"), "ada");
        calendar.passesTo("2027-01-06T08:58:00Z");
        calendar.isOffUntil(
                "2027-01-06T09:02:00Z",
                WEEKLY + "    environment: staging\nholidays:\n  dates: [2027-01-06 One day]\n");
        assertThat(calendar.started).containsExactly("weekly 2027-01-04T08:00:00Z at 2027-01-06T09:02:00Z");
        assertThat(calendar.startedOn).containsExactly("yesterdays-prices on staging");
    }

    @Test
    void one_past_its_grace_is_missed_though_its_schedule_names_it_no_longer() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.passesTo("2027-01-04T07:58:00Z");
        calendar.isOffUntil("2027-01-04T08:16:00Z", WEEKLY.replace("Monday", "Tuesday"));
        assertThat(calendar.past()).containsExactly("weekly 2027-01-04T08:00:00Z missed");
        assertThat(calendar.told()).contains("2027-01-04T08:16:00Z missed");
    }

    @Test
    void a_claimed_one_whose_process_died_before_the_start_follows_a_changed_file_too() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        claim();
        calendar.isOffUntil("2027-01-04T08:01:00Z", WEEKLY.replace("Monday", "Tuesday"));
        assertThat(calendar.started).isEmpty();
        assertThat(calendar.past()).containsExactly("weekly 2027-01-04T08:00:00Z skipped");
    }

    @Test
    void a_grace_that_reaches_into_a_day_without_drills_starts_nothing_there() {
        begin("2027-01-06T00:00:00Z", EVENINGS);
        calendar.isOffUntil("2027-01-09T04:00:00Z");
        assertThat(calendar.started).isEmpty();
        assertThat(calendar.told()).contains("2027-01-09T04:00:00Z missed");
        assertThat(calendar.desk().history(1)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo("missed");
            assertThat(one.notes()).contains("its grace reached into a day without drills (Saturday)");
        });
    }

    @Test
    void a_claimed_one_whose_grace_reaches_into_a_day_without_drills_is_missed_too() {
        begin("2027-01-06T00:00:00Z", EVENINGS);
        claim();
        calendar.isOffUntil("2027-01-09T04:00:00Z");
        assertThat(calendar.past()).containsExactly("weekly 2027-01-08T17:00:00Z missed");
    }

    @Test
    void a_grace_that_reaches_into_a_working_day_is_used() {
        begin("2027-01-06T00:00:00Z", EVENINGS.replace("Friday", "Thursday"));
        calendar.isOffUntil("2027-01-08T04:00:00Z");
        assertThat(calendar.started).containsExactly("weekly 2027-01-07T17:00:00Z at 2027-01-08T04:00:00Z");
    }

    @Test
    void what_was_paused_over_its_announcement_is_announced_when_it_is_resumed() {
        begin("2027-01-02T00:00:00Z", WEEKLY);
        calendar.desk().pause("weekly", "ada");
        calendar.passesTo("2027-01-04T07:50:00Z");
        assertThat(calendar.told()).isEmpty();
        calendar.desk().resume("weekly", "ada");
        calendar.passesTo("2027-01-04T07:51:00Z");
        assertThat(calendar.told()).hasSize(1);
    }

    @Test
    void a_schedule_with_mistakes_is_refused_with_their_lines() {
        String wrong = """
                schedules:
                  weekly:
                    runbook: yesterdays-prices
                    when: every Mondy at 09:00
                    zone: Europe/Berln
                    grace: soon
                """;
        assertThatThrownBy(() -> begin("2027-01-02T00:00:00Z", wrong))
                .isInstanceOf(Invalid.class)
                .hasMessageMatching("(?s)drillbook.yaml:4:5: .*Mondy.*\n"
                        + "drillbook.yaml:5:5: no time zone 'Europe/Berln'.*Europe/Berlin.*");
    }

    @Test
    void a_when_that_names_nothing_in_the_next_two_years_is_refused_with_its_line() {
        String rare = WEEKLY.replace("every Monday at 09:00", "1 March 2029 09:00");
        assertThatThrownBy(() -> begin("2027-01-02T00:00:00Z", rare))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("drillbook.yaml:5:5: ")
                .hasMessageContaining("starts no drill in the two years from 2027-01-02; its next is on 2029-03-01");
    }

    @Test
    void a_year_passes_with_a_missed_a_postponed_and_a_shifted_one() {
        begin("2026-12-31T00:00:00Z", """
                zone: Europe/Berlin
                holidays:
                  dates: [2027-04-06 A day off]
                schedules:
                  quarterly:
                    runbook: yesterdays-prices
                    when: first Tuesday of the quarter at 10:00
                    announce: 1 day
                    remind: 15 minutes
                """);
        calendar.passesTo("2027-05-01T00:00:00Z");
        calendar.desk().postpone("quarterly", LocalDateTime.parse("2027-07-08T10:00"), "ada");
        calendar.passesTo("2027-10-01T00:00:00Z");
        calendar.isOffUntil("2027-10-20T00:00:00Z");
        calendar.passes(Duration.ofDays(90));
        assertThat(calendar.past())
                .containsExactly(
                        "quarterly 2027-01-05T09:00:00Z started",
                        "quarterly 2027-04-06T08:00:00Z started",
                        "quarterly 2027-07-06T08:00:00Z started",
                        "quarterly 2027-10-05T08:00:00Z missed",
                        "quarterly 2028-01-04T09:00:00Z started");
        assertThat(calendar.started)
                .containsExactly(
                        "quarterly 2027-01-05T09:00:00Z at 2027-01-05T09:00:00Z",
                        "quarterly 2027-04-06T08:00:00Z at 2027-04-07T08:00:00Z",
                        "quarterly 2027-07-06T08:00:00Z at 2027-07-08T08:00:00Z",
                        "quarterly 2028-01-04T09:00:00Z at 2028-01-04T09:00:00Z");
        assertThat(calendar.told())
                .containsExactly(
                        "2027-01-04T09:00:00Z announce",
                        "2027-01-05T08:45:00Z remind",
                        "2027-01-05T09:00:00Z start",
                        "2027-04-06T08:00:00Z announce",
                        "2027-04-07T07:45:00Z remind",
                        "2027-04-07T08:00:00Z start",
                        "2027-07-07T08:00:00Z announce",
                        "2027-07-08T07:45:00Z remind",
                        "2027-07-08T08:00:00Z start",
                        "2027-10-20T00:00:00Z missed",
                        "2028-01-03T09:00:00Z announce",
                        "2028-01-04T08:45:00Z remind",
                        "2028-01-04T09:00:00Z start");
    }

    private void begin(String now, String yaml) {
        calendar = new TestCalendar(folder, now, yaml);
    }

    private void claim() {
        Row row = calendar.table().in(State.PLANNED).get(0);
        assertThat(calendar.table().move(row, State.PLANNED, State.CLAIMED, Optional.empty(), ""))
                .isTrue();
    }
}
