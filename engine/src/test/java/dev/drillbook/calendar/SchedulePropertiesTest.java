package dev.drillbook.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds for any schedule over the two years in which its holidays and freezes are. */
class SchedulePropertiesTest {
    private static final Instant FROM = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2029-01-01T00:00:00Z");
    private static final int SCHEDULES = 200;
    private static final long SEED = Long.getLong("drillbook.seed", new Random().nextLong());

    @BeforeAll
    static void say() {
        System.out.println("SchedulePropertiesTest: -Ddrillbook.seed=" + SEED);
    }

    private interface Property {
        void holdsFor(Schedule schedule, List<Planned> plan, String which);
    }

    private static void check(Property property) {
        for (int i = 0; i < SCHEDULES; i++) {
            Schedule schedule = RandomSchedule.of(SEED + i);
            List<Planned> plan = schedule.plan(FROM, UNTIL).collect(Collectors.toList());
            property.holdsFor(
                    schedule,
                    plan,
                    "seed " + (SEED + i) + ": " + schedule.when().text() + " " + schedule.policy());
        }
    }

    @Test
    void nothing_that_its_words_mean_is_lost_or_doubled() {
        check((schedule, plan, which) -> {
            Set<Instant> meant = schedule.when()
                    .between(
                            FROM.atZone(schedule.zone()).toLocalDate().minusDays(1),
                            UNTIL.atZone(schedule.zone()).toLocalDate().plusDays(1))
                    .map(wall -> wall.atZone(schedule.zone())
                                    .withEarlierOffsetAtOverlap()
                                    .toLocalDateTime()
                                    .equals(wall)
                            ? wall.atZone(schedule.zone())
                                    .withEarlierOffsetAtOverlap()
                                    .toInstant()
                            : schedule.zone().getRules().getTransition(wall).getInstant())
                    .filter(at -> !at.isBefore(FROM) && at.isBefore(UNTIL))
                    .collect(Collectors.toSet());
            assertThat(plan).as(which).extracting(Planned::planned).doesNotHaveDuplicates();
            assertThat(plan).as(which).extracting(Planned::planned).isSorted();
            assertThat(plan.stream().map(Planned::planned).collect(Collectors.toSet()))
                    .as(which)
                    .isEqualTo(meant);
        });
    }

    @Test
    void no_start_is_on_a_forbidden_day_but_a_weekend_that_is_named() {
        check((schedule, plan, which) -> taken(plan)
                .forEach(occurrence -> assertThat(schedule.working().forbids(occurrence.start(), schedule.zone()))
                        .as(which + " " + occurrence)
                        .satisfies(why -> assertThat(why.isEmpty()
                                        || why.get().kind() == Forbidden.Kind.WEEKEND
                                                && occurrence.start().equals(occurrence.planned())
                                                && schedule.when()
                                                        .names(wall(schedule, occurrence.start())
                                                                .toLocalDate()))
                                .isTrue())));
    }

    @Test
    void starts_come_in_the_order_of_the_plan_and_no_two_are_alike() {
        check((schedule, plan, which) -> assertThat(taken(plan))
                .as(which)
                .extracting(Occurrence::start)
                .isSorted()
                .doesNotHaveDuplicates());
    }

    @Test
    void what_is_skipped_for_another_is_skipped_for_one_that_takes_place() {
        check((schedule, plan, which) -> {
            Set<Instant> takingPlace = schedule.plan(FROM.minus(Duration.ofDays(400)), UNTIL.plus(Duration.ofDays(400)))
                    .filter(planned -> planned instanceof Occurrence)
                    .map(Planned::planned)
                    .collect(Collectors.toSet());
            for (Planned planned : plan)
                if (planned instanceof Skipped skipped && schedule.policy() != Policy.SKIP)
                    assertThat(skipped.inFavourOf()).as(which + " " + skipped).hasValueSatisfying(other -> assertThat(
                                    takingPlace)
                            .as(which + " " + skipped)
                            .contains(other));
        });
    }

    @Test
    void windows_side_by_side_show_what_one_over_both_shows() {
        check((schedule, plan, which) -> {
            var random = new Random(SEED);
            Instant cut = FROM.plus(Duration.ofMinutes(random.nextInt(2 * 365 * 24 * 60)));
            List<Occurrence> both = new ArrayList<>(list(schedule, FROM, cut));
            both.addAll(list(schedule, cut, UNTIL));
            assertThat(both).as(which).isEqualTo(list(schedule, FROM, UNTIL));
            assertThat(schedule.next(cut.minusNanos(1), 3))
                    .as(which)
                    .filteredOn(occurrence -> occurrence.start().isBefore(UNTIL))
                    .isEqualTo(schedule.occurrences(cut, UNTIL).limit(3).collect(Collectors.toList()));
        });
    }

    @Test
    void every_occurrence_is_in_some_window_of_the_plan() {
        check((schedule, plan, which) -> {
            Set<Occurrence> inWindows =
                    new HashSet<>(list(schedule, FROM.minus(Duration.ofDays(400)), UNTIL.plus(Duration.ofDays(400))));
            assertThat(inWindows).as(which).containsAll(taken(plan));
        });
    }

    @Test
    void words_said_back_mean_the_same() {
        var random = new Random(SEED);
        for (int i = 0; i < SCHEDULES; i++) {
            String words = RandomSchedule.words(random);
            if (CronLine.looksLike(words)) continue;
            When when = When.parse(words);
            When back = When.parse(when.inWords());
            assertThat(back.days()).as(words).isEqualTo(when.days());
            assertThat(back.times()).as(words).isEqualTo(when.times());
        }
    }

    private static List<Occurrence> list(Schedule schedule, Instant from, Instant until) {
        return schedule.occurrences(from, until).collect(Collectors.toList());
    }

    private static List<Occurrence> taken(List<Planned> plan) {
        return plan.stream()
                .filter(planned -> planned instanceof Occurrence)
                .map(planned -> (Occurrence) planned)
                .collect(Collectors.toList());
    }

    private static LocalDateTime wall(Schedule schedule, Instant at) {
        return at.atZone(schedule.zone()).toLocalDateTime();
    }
}
