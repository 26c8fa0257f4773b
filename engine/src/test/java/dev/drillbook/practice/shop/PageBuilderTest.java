package dev.drillbook.practice.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.practice.Stores;
import dev.drillbook.practice.part.Eventually;
import dev.drillbook.practice.part.Lines;
import dev.drillbook.practice.prices.Seeded;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.params.ClientKillParams;

@ExtendWith(Stores.class)
@ResourceLock("a seeded shop") // seeding fills both cores: one at a time
class PageBuilderTest {
    private static final List<Integer> PRODUCTS = List.of(3, 1, 2);

    private final Lines lines = new Lines();
    private final PageBuilder pages = new PageBuilder(lines.log());
    private Connections connections;

    @BeforeEach
    void open(Stores.Own stores) throws Exception {
        Seeded.createSchema(stores.database());
        connections = new Connections.Addresses("shop-1", stores.database(), stores.cache())
                .open(CacheSettings.parse(CacheSettingsTest.GOOD + "pool-size=1\ndatabase-pool-size=1\n"));
    }

    @Test
    void a_page_keeps_the_order_of_its_products() throws Exception {
        assertThat(pages.build(1, PRODUCTS, connections).products())
                .extracting(Product::id)
                .containsExactly(3, 1, 2);
    }

    @Test
    void without_a_cache_connection_in_time_the_whole_page_comes_from_the_database() throws Exception {
        Page through = pages.build(1, PRODUCTS, connections);
        connections.cache().borrow();
        Page page = pages.build(1, PRODUCTS, connections);
        assertThat(page.from()).isEqualTo("database");
        assertThat(page.products()).isEqualTo(through.products());
        assertThat(lines.have("no cache connection (1 of 1 in use")).isTrue();
    }

    @Test
    void without_either_connection_in_time_there_is_no_page() throws Exception {
        connections.cache().borrow();
        var database = connections.database().borrow().orElseThrow();
        assertThatThrownBy(() -> pages.build(1, PRODUCTS, connections))
                .isInstanceOf(PageBuilder.Unavailable.class)
                .hasMessageStartingWith("no database connection (1 of 1 in use");
        database.close();
        assertThat(pages.build(1, PRODUCTS, connections).products()).hasSize(3);
    }

    @Test
    void a_full_line_turns_away_who_found_no_cache_connection_and_nobody_else(Stores.Own stores) throws Exception {
        var patient = new Connections.Addresses("shop-1", stores.database(), stores.cache())
                .open(CacheSettings.parse(CacheSettingsTest.GOOD
                        + "pool-size=1\ndatabase-pool-size=1\ndatabase-line=0\ndatabase-wait-ms=60000\n"));
        var database = patient.database().borrow().orElseThrow();
        var missing = CompletableFuture.supplyAsync(() -> built(patient));
        Eventually.see("it waits its turn", () -> patient.database().waiting() == 1);
        assertThatThrownBy(() -> pages.build(1, PRODUCTS, patient)).isInstanceOf(PageBuilder.Unavailable.class);
        database.close();
        assertThat(missing.join().from()).isEqualTo("cache,3-missed");
    }

    @Test
    void a_page_whose_cache_fails_waits_its_turn_too(Stores.Own stores) throws Exception {
        var patient = new Connections.Addresses("shop-1", stores.database(), stores.cache())
                .open(CacheSettings.parse(CacheSettingsTest.GOOD
                        + "pool-size=1\ndatabase-pool-size=1\ndatabase-line=0\ndatabase-wait-ms=60000\n"));
        patient.cache().borrow().orElseThrow().close();
        try (var redis = new Jedis(stores.cache())) {
            redis.clientKill(new ClientKillParams().type(ClientType.NORMAL).skipMe(ClientKillParams.SkipMe.YES));
        }
        var database = patient.database().borrow().orElseThrow();
        var failing = CompletableFuture.supplyAsync(() -> built(patient));
        Eventually.see("it waits its turn", () -> patient.database().waiting() == 1);
        database.close();
        assertThat(failing.join().from()).isEqualTo("database");
    }

    private Page built(Connections patient) {
        try {
            return pages.build(1, PRODUCTS, patient);
        } catch (PageBuilder.Unavailable e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void pools_whose_settings_stay_are_kept_and_the_others_drain(Stores.Own stores) throws Exception {
        var addresses = new Connections.Addresses("shop-1", stores.database(), stores.cache());
        var lease = connections.cache().borrow().orElseThrow();
        Connections next =
                addresses.reopen(connections, CacheSettings.parse(CacheSettingsTest.GOOD + "database-pool-size=1\n"));
        connections.drainAfter(next);
        assertThat(next.database()).isSameAs(connections.database());
        assertThat(next.cache()).isNotSameAs(connections.cache());
        assertThat(lease.connection().ping()).isEqualTo("PONG");
        lease.close();
        assertThat(lease.connection().isConnected()).isFalse();
    }
}
