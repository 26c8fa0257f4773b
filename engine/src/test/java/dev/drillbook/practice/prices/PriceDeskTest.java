package dev.drillbook.practice.prices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.practice.Stores;
import dev.drillbook.practice.part.Arguments;
import dev.drillbook.practice.part.Eventually;
import dev.drillbook.practice.part.Lines;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import redis.clients.jedis.Jedis;

/** One desk that works for all tests. */
@ExtendWith(Stores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock("a seeded shop") // seeding fills both cores: one at a time
class PriceDeskTest {
    private Stores.Own stores;
    private Jedis redis;
    private PriceDesk desk;

    @BeforeAll
    void start(Stores.Own stores) {
        this.stores = stores;
        redis = new Jedis(stores.cache());
        desk = desk();
    }

    @AfterAll
    void stop() {
        desk.close();
        redis.close();
    }

    @Test
    void the_seed_prices_are_the_first_commits() throws Exception {
        List<long[]> seed = commits(0).subList(0, 100);
        assertThat(seed).extracting(commit -> commit[0]).containsExactlyElementsOf(upTo(100));
        assertThat(seed).extracting(commit -> commit[1]).containsExactlyElementsOf(upTo(100));
        assertThat(seed).allMatch(commit -> commit[2] >= 500 && commit[2] <= 10_000);
    }

    @Test
    void each_change_is_committed_with_its_time_and_names_the_price_that_holds() throws Exception {
        Instant before = Instant.now().minusSeconds(1);
        long last = commits(0).size();
        Eventually.see("five more commits", () -> commits(last).size() >= 5);
        List<long[]> changes = commits(last);
        assertThat(changes.get(0)[0]).isEqualTo(last + 1);
        assertThat(changes)
                .allMatch(commit -> Instant.ofEpochMilli(commit[3]).isAfter(before))
                .isSortedAccordingTo((a, b) -> Long.compare(a[3], b[3]));
        try (var database = stores.connect();
                var statement = database.createStatement();
                var wrong = statement.executeQuery("""
                        select count(*) from product p where cents <>
                          (select cents from price_commit c where c.product = p.id order by seq desc limit 1)""")) {
            wrong.next();
            assertThat(wrong.getInt(1)).isZero();
        }
    }

    @Test
    void a_changed_price_leaves_the_cache_and_a_fill_that_raced_leaves_it_too() throws Exception {
        // where the machine stalls for as long as a fill may race, it is too late for that change, and the next one is
        // due
        Eventually.see("a fill that raced is gone", () -> {
            for (int product = 1; product <= 100; product++) redis.set("shop:" + product, "old");
            long last = commits(0).size();
            Eventually.see("a change", () -> commits(last).size() > 0);
            long changed = commits(last).get(0)[1];
            Eventually.see("its key is gone", () -> !redis.exists("shop:" + changed));
            redis.set("shop:" + changed, "the old price, by a server that was slow");
            TimeUnit.SECONDS.sleep(2);
            boolean isGone = !redis.exists("shop:" + changed);
            return isGone
                    && commits(last).stream()
                                    .filter(commit -> commit[1] == changed)
                                    .count()
                            == 1;
        });
    }

    @Test
    void what_is_not_a_number_is_refused() throws Exception {
        assertThat(get("/commits?after=x")).startsWith("400");
    }

    @Test
    void a_second_start_keeps_the_history_and_sells_nothing_twice() throws Exception {
        int sold = orderLines();
        try (var again = desk()) {
            assertThat(commits(0).get(0)[0]).isEqualTo(1);
            assertThat(again.port()).isNotEqualTo(desk.port());
        }
        assertThat(sold).isPositive();
        assertThat(orderLines()).isEqualTo(sold);
    }

    private int orderLines() throws SQLException {
        try (var database = stores.connect();
                var statement = database.createStatement();
                var rows = statement.executeQuery("select count(*) from order_line")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private PriceDesk desk() {
        return new PriceDesk(
                Arguments.of(
                        "--port",
                        "0",
                        "--database",
                        stores.database(),
                        "--cache",
                        stores.cache().toString()),
                new Lines().log());
    }

    private List<long[]> commits(long after) throws Exception {
        return get("/commits?after=" + after)
                .substring(4)
                .lines()
                .map(line ->
                        Stream.of(line.split(" ")).mapToLong(Long::parseLong).toArray())
                .toList();
    }

    /** Status, a blank, body. */
    private String get(String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + desk.port() + path);
        var answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
