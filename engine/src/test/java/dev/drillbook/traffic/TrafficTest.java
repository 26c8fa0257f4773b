package dev.drillbook.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.drillbook.FreePort;
import dev.drillbook.environment.Site;
import dev.drillbook.practice.part.Eventually;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.timeline.Second;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a real HTTP server, with real time. */
class TrafficTest {
    /** Patient: the machine may be busy, and what is tested here is not its speed. */
    private static final Load LOAD = load(Duration.ofSeconds(10));

    private final SmallShop shop = new SmallShop();
    private final Seen seen = new Seen();
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private Traffic traffic;

    TrafficTest() throws IOException {}

    @AfterEach
    void close() {
        if (traffic != null) traffic.close();
        shop.close();
    }

    @Test
    void every_request_is_sent_once_and_counted_in_the_second_in_which_it_was_due() throws InterruptedException {
        Site site = shop.siteOfManyPages();
        start(site);
        List<Second> seconds = seen.next(4);
        traffic.close();
        List<List<Due>> dues = dues(site, 4);
        assertThat(seconds).anyMatch(Seen::isMeasured);
        Set<Integer> touchedBefore = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            if (!Seen.isMeasured(seconds.get(i))) continue; // the machine stood still, and it touched nobody
            List<Due> bad = dues.get(i).stream().filter(due -> !isFine(due)).toList();
            Set<Integer> affected = bad.stream().map(Due::user).collect(Collectors.toSet());
            double requests = dues.get(i).size();
            assertThat(seconds.get(i).values())
                    .containsEntry("traffic.requests", requests)
                    .containsEntry("traffic.stale", count(dues.get(i), SmallShop.Kind.STALE) / requests)
                    .containsEntry(
                            "traffic.errors",
                            (count(dues.get(i), SmallShop.Kind.FAILED) + count(dues.get(i), SmallShop.Kind.TORN))
                                    / requests)
                    .containsEntry("traffic.affected", affected.size() / 20.0);
            affected.removeAll(touchedBefore);
            assertThat(seconds.get(i).touched()).containsExactlyInAnyOrderElementsOf(affected);
            touchedBefore.addAll(affected);
        }
        assertThat(dues.stream().flatMap(List::stream))
                .allSatisfy(due -> assertThat(shop.asked(due.path())).isEqualTo(timesDue(due.path())));
    }

    @Test
    void seconds_are_those_of_the_wall_clock_in_order_and_soon_after_their_end() throws InterruptedException {
        Instant before = Instant.now();
        start(shop.site("/page/7"));
        Instant started = Instant.now();
        Second first = seen.next();
        Instant told = Instant.now();
        assertThat(first.at().getNano()).isZero();
        assertThat(first.at()).isBetween(before.plusSeconds(1), started.plusSeconds(2));
        assertThat(Duration.between(first.at(), told)).isLessThan(LOAD.patience());
        assertThat(seen.next().at()).isEqualTo(first.at().plusSeconds(1));
    }

    @Test
    void while_it_warms_up_requests_are_sent_and_no_second_is_reported() throws InterruptedException {
        Load warming = new Load(20, 40, Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(3), 1);
        Instant before = Instant.now();
        traffic = Traffic.start(shop.site("/page/0"), warming, outcomes::add, seen);
        Instant started = Instant.now();
        List<Second> seconds = seen.untilMeasured();
        assertThat(seconds.get(0).at()).isBetween(before.plusSeconds(3), started.plusSeconds(4));
        assertThat(outcomes).anyMatch(outcome -> outcome.due().second() < 2);
        Second measured = seconds.get(seconds.size() - 1);
        assertThat((double) measured.touched().size() / 20)
                .isEqualTo(measured.values().get("traffic.affected"));
    }

    @Test
    void a_stall_shows_the_whole_queue_and_not_only_one_slow_answer_a_sender() throws InterruptedException {
        Site site = shop.site("/page/7");
        start(site);
        Instant begin = seen.next().at().minusSeconds(1);
        Stall stall = stall();
        for (int again = 0; again < 2 && !stall.isMeasured(); again++) stall = stall();
        Instant stalled = stall.stalled;
        Instant wentOn = stall.wentOn;
        traffic.close();
        List<Outcome> held = outcomes.stream()
                .filter(outcome -> begin.plusNanos(outcome.due().at()).isAfter(stalled))
                .filter(outcome -> begin.plusNanos(outcome.due().at()).isBefore(wentOn))
                .toList();
        long dues = dues(site, 60).stream()
                .flatMap(List::stream)
                .map(due -> begin.plusNanos(due.at()))
                .filter(due -> due.isAfter(stalled) && due.isBefore(wentOn))
                .count();
        assertThat((double) held.size()).isCloseTo(dues, within(3.0)).isGreaterThan(10);
        assertThat(held)
                .allSatisfy(outcome -> assertThat(begin.plusNanos(outcome.due().at() + outcome.latency()))
                        .isAfter(wentOn.minusMillis(50))); // the two clocks were not read in the same moment
        assertThat(stall.worst().values().get("traffic.p99")).isGreaterThan(0.45);
    }

    /** The shop's, and the seconds that tell of it. */
    private record Stall(Instant stalled, Instant wentOn, List<Second> seconds) {
        /** Where this process stood still as well, what was due meanwhile was never sent. */
        boolean isMeasured() {
            return seconds.stream().allMatch(Seen::isMeasured);
        }

        Second worst() {
            return seconds.stream()
                    .filter(second -> second.at().isAfter(wentOn.minusMillis(500)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Stall stall() throws InterruptedException {
        seen.next(2);
        shop.stalls();
        Instant stalled = Instant.now();
        sleepUntil(stalled.plusMillis(1_000));
        Instant wentOn = Instant.now();
        shop.goesOn();
        List<Second> seconds =
                new ArrayList<>(List.of(seen.first(second -> second.at().isAfter(stalled))));
        while (seconds.get(seconds.size() - 1).at().isBefore(wentOn)) seconds.add(seen.next());
        return new Stall(stalled, wentOn, seconds);
    }

    @Test
    void too_few_senders_make_requests_late_and_the_lateness_is_in_their_latency() throws Exception {
        Tally.Settled first = firstSecondOfTwoSenders("/page/7");
        for (int page = 8; page < 10 && !first.measured(); page++) first = firstSecondOfTwoSenders("/page/" + page);
        assertThat(first.outcomes()).hasSameSizeAs(dues(shop.site("/page/7"), 1).get(0));
        assertThat(first.outcomes()).noneMatch(Outcome::failed).allSatisfy(outcome -> assertThat(outcome.latency())
                .isGreaterThanOrEqualTo(Beginning.SECOND - outcome.due().at()));
    }

    private Tally.Settled firstSecondOfTwoSenders(String path) throws Exception {
        Time time = Time.real();
        Beginning beginning = Beginning.atTheNextSecond(time);
        Tally tally = new Tally();
        List<Tally.Settled> settled = new ArrayList<>();
        Site site = shop.site(path);
        try (Sockets sockets = new Sockets(site.address(), time)) {
            Pace pace = new Pace(new Schedule(LOAD, site.paths()), tally, beginning, time);
            Senders senders = new Senders(pace, new Crowd(sockets, LOAD, beginning, time), 2, tally::decided);
            shop.stalls();
            senders.start();
            sleepUntil(beginning.endOf(0));
            Eventually.see("both wait", () -> shop.asked(path) == 2);
            shop.goesOn();
            Eventually.see("the first second's", () -> settled.addAll(tally.settledBefore(1)));
            senders.interrupt();
            senders.join();
        }
        return settled.get(0);
    }

    @Test
    void a_request_that_is_never_answered_fails_when_patience_ends_and_delays_its_second_no_longer()
            throws InterruptedException {
        Load impatient = load(Duration.ofSeconds(5));
        Site site = shop.site("/hang", "/page/7");
        traffic = Traffic.start(site, impatient, seen);
        List<Second> seconds = seen.untilMeasured();
        int number = seconds.size() - 1;
        Second second = seconds.get(number);
        assertThat(Duration.between(second.at(), Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(second.values().get("traffic.p99")).isBetween(5.0, 20.0);
        List<Due> dues = dues(site, number + 1).get(number);
        double hanging = dues.stream().filter(due -> due.path().equals("/hang")).count();
        assertThat(second.values()).containsEntry("traffic.errors", hanging / dues.size());
    }

    @Test
    void a_site_that_is_not_there_is_all_errors_and_no_server() throws Exception {
        URI nobody = URI.create("http://127.0.0.1:" + FreePort.next());
        start(new Site(nobody, List.of("/"), shop.site().commits()));
        Second first = seen.measured(second -> true);
        assertThat(first.values())
                .containsEntry("traffic.errors", 1.0)
                .containsKey("traffic.affected")
                .doesNotContainKey("traffic.stale");
        assertThat(first.servers()).isEmpty();
    }

    @Test
    void while_the_feed_is_down_staleness_is_unknown_and_the_reason_is_told() throws InterruptedException {
        start(shop.site("/page/1"));
        seen.first(second -> second.values().containsKey("traffic.stale"));
        shop.feedGoesDown(true);
        seen.measured(second -> !second.values().containsKey("traffic.stale"));
        assertThat(traffic.whyStaleIsUnknown())
                .hasValueSatisfying(why -> assertThat(why).contains("/commits: status 500 instead of 200"));
        shop.feedGoesDown(false);
        seen.first(second -> second.values().containsKey("traffic.stale"));
        assertThat(traffic.whyStaleIsUnknown()).isEmpty();
    }

    @Test
    void an_answer_becomes_stale_when_a_new_price_is_older_than_the_tolerance() throws InterruptedException {
        start(shop.site("/page/7"));
        seen.first(second -> second.values().containsKey("traffic.stale"));
        Instant committed = Instant.now();
        shop.commit(42, 300, committed);
        seen.measured(second -> {
            double stale = second.values().get("traffic.stale");
            Instant answered =
                    second.at().plusMillis((long) (1_000 * second.values().get("traffic.p99")));
            if (!answered.isAfter(committed.plusSeconds(3))) assertThat(stale).isZero();
            if (second.at().isAfter(committed.plusSeconds(4))) assertThat(stale).isEqualTo(1.0);
            return second.at().isAfter(committed.plusSeconds(5));
        });
    }

    @Test
    void each_user_keeps_the_session_that_the_site_gave_them() throws InterruptedException {
        start(shop.site("/page/7"));
        seen.next(5);
        traffic.close();
        Map<Integer, List<Outcome>> visits = outcomes.stream()
                .filter(outcome -> !outcome.failed())
                .collect(Collectors.groupingBy(outcome -> outcome.due().user()));
        Map<Integer, Set<String>> sessions = visits.values().stream()
                .flatMap(TrafficTest::withTheSession)
                .collect(Collectors.groupingBy(
                        outcome -> outcome.due().user(), Collectors.mapping(Outcome::server, Collectors.toSet())));
        assertThat(sessions).hasSizeGreaterThan(10);
        assertThat(sessions.values()).allMatch(ofOneUser -> ofOneUser.size() == 1);
        assertThat(sessions.values().stream().flatMap(Set::stream).distinct()).hasSameSizeAs(sessions.keySet());
    }

    /** Of one user, those due after all were answered that may have gone out before the site gave a session. */
    private static Stream<Outcome> withTheSession(List<Outcome> visits) {
        long given = visits.stream().mapToLong(TrafficTest::answered).min().orElseThrow();
        long settled = visits.stream()
                .filter(visit -> visit.due().at() <= given)
                .mapToLong(TrafficTest::answered)
                .max()
                .orElseThrow();
        return visits.stream().filter(visit -> visit.due().at() > settled);
    }

    private static long answered(Outcome visit) {
        return visit.due().at() + visit.latency();
    }

    @Test
    void who_was_touched_is_forgotten_from_the_second_in_which_it_is_asked_for() throws InterruptedException {
        start(shop.site("/page/0"));
        assertThat(seen.measured(second -> true).touched()).isNotEmpty();
        Second late = seen.measured(second -> second.values().get("traffic.touched") > 0.9);
        traffic.forget();
        Instant forgotten = Instant.now();
        Second again = seen.measured(second -> second.at().isAfter(forgotten));
        assertThat(again.touched().size() / 20.0)
                .isEqualTo(again.values().get("traffic.touched"))
                .isEqualTo(again.values().get("traffic.affected"));
        assertThat(late.touched()).hasSizeLessThan(again.touched().size());
    }

    @Test
    void when_it_is_closed_no_thread_and_no_socket_is_left() throws Exception {
        // other tests have traffic of their own meanwhile; what a thread starts is of its group
        ThreadGroup ours = new ThreadGroup("traffic of this test");
        Thread starter = new Thread(ours, () -> start(shop.site("/hang")));
        starter.start();
        starter.join();
        Eventually.see("requests that wait", () -> traffic.openSockets() > 0);
        assertThat(trafficIn(ours)).isNotEmpty();
        Instant before = Instant.now();
        traffic.close();
        assertThat(Duration.between(before, Instant.now())).isLessThan(LOAD.patience());
        assertThat(trafficIn(ours)).isEmpty();
        assertThat(traffic.openSockets()).isZero();
    }

    @Test
    void one_who_listens_badly_hears_the_next_second_all_the_same() throws InterruptedException {
        traffic = Traffic.start(shop.site("/page/7"), LOAD, second -> {
            seen.accept(second);
            throw new IllegalStateException("of the test");
        });
        seen.next(2);
    }

    @Test
    void a_site_that_cannot_be_visited_is_refused() {
        URI commits = URI.create("http://127.0.0.1:1/commits");
        assertThatThrownBy(() -> start(new Site(URI.create("https://127.0.0.1:1"), List.of("/"), commits)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("write one such as http://");
        assertThatThrownBy(() -> start(new Site(commits, List.of("/a b"), commits)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("'/a b'");
        assertThatThrownBy(() -> start(new Site(commits, List.of(), commits))).isInstanceOf(Invalid.class);
    }

    private static Load load(Duration patience) {
        return new Load(20, 40, Duration.ZERO, Duration.ofSeconds(3), patience, 1);
    }

    private void start(Site site) {
        traffic = Traffic.start(site, LOAD, outcomes::add, seen);
    }

    /** What must fall due in the first seconds, from the schedule's own seed. */
    private static List<List<Due>> dues(Site site, int seconds) {
        Schedule schedule = new Schedule(LOAD, site.paths());
        List<List<Due>> dues = new ArrayList<>();
        for (int i = 0; i < seconds; i++) dues.add(new ArrayList<>());
        for (Due due = schedule.next(); due.second() < seconds; due = schedule.next())
            dues.get(due.second()).add(due);
        return dues;
    }

    private long timesDue(String path) {
        return outcomes.stream()
                .filter(outcome -> outcome.due().path().equals(path))
                .count();
    }

    private static boolean isFine(Due due) {
        return SmallShop.kind(due.path()) == SmallShop.Kind.FRESH
                || SmallShop.kind(due.path()) == SmallShop.Kind.CHUNKED;
    }

    private static long count(List<Due> dues, SmallShop.Kind kind) {
        return dues.stream().filter(due -> SmallShop.kind(due.path()) == kind).count();
    }

    private static List<Thread> trafficIn(ThreadGroup group) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> group.equals(thread.getThreadGroup()))
                .filter(thread -> thread.getName().startsWith("traffic-"))
                .toList();
    }

    private static void sleepUntil(Instant when) throws InterruptedException {
        Time time = Time.real();
        time.sleepUntil(time.tick() + Duration.between(time.now(), when).toNanos());
    }
}
