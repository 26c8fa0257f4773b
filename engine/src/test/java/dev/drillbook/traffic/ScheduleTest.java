package dev.drillbook.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final List<String> PATHS = List.of("/a", "/b", "/c");

    @Test
    void the_same_seed_gives_the_same_requests() {
        assertThat(first(5_000, 7)).isEqualTo(first(5_000, 7)).isNotEqualTo(first(5_000, 8));
    }

    @Test
    void after_the_warm_up_the_rate_is_the_stated_one() {
        List<Due> dues = first(60_000, 1);
        long risen = dues.stream().filter(due -> due.second() < 5).count();
        double seconds = dues.get(dues.size() - 1).at() / 1e9 - 5;
        assertThat((dues.size() - risen) / seconds).isCloseTo(300, within(6.0));
        assertThat(risen / 5.0).isCloseTo(0.55 * 300, within(20.0));
    }

    @Test
    void requests_come_in_order_and_every_user_and_path_has_a_turn() {
        List<Due> dues = first(10_000, 3);
        assertThat(dues).extracting(Due::at).isSorted();
        assertThat(dues).extracting(Due::user).containsAll(range(300)).allMatch(user -> user < 300);
        assertThat(dues).extracting(Due::path).contains("/a", "/b", "/c");
    }

    @Test
    void visits_fire_their_parts_at_once() {
        Map<Long, Long> partsAt =
                first(100_000, 5).stream().collect(Collectors.groupingBy(Due::at, Collectors.counting()));
        Map<Long, Long> visits =
                partsAt.values().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map.of(1L, 0.74, 2L, 0.12, 5L, 0.1, 8L, 0.03, 16L, 0.01)
                .forEach((parts, share) ->
                        assertThat(visits.get(parts) / (double) partsAt.size()).isCloseTo(share, within(0.005)));
    }

    private static List<Due> first(int count, long seed) {
        Schedule schedule = new Schedule(
                new Load(300, 300, Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofSeconds(3), seed), PATHS);
        return Stream.generate(schedule::next).limit(count).toList();
    }

    private static List<Integer> range(int end) {
        return Stream.iterate(0, i -> i + 1).limit(end).toList();
    }
}
