package dev.drillbook.practice.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.practice.Stores;
import dev.drillbook.practice.part.Arguments;
import dev.drillbook.practice.part.Eventually;
import dev.drillbook.practice.part.Lines;
import dev.drillbook.practice.prices.Seeded;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.params.ClientKillParams;

@ExtendWith(Stores.class)
@ResourceLock("a seeded shop") // seeding fills both cores: one at a time
class ShopTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private final Lines lines = new Lines();
    private Stores.Own stores;
    private Jedis redis;
    private Path file;
    private Shop shop;

    @BeforeAll
    static void seed(Stores.Own stores) throws Exception {
        Seeded.createSchema(stores.database());
    }

    @BeforeEach
    void start(Stores.Own stores) throws Exception {
        this.stores = stores;
        redis = new Jedis(stores.cache());
        redis.flushDB();
        file = Files.writeString(folder.resolve("cache.properties"), CacheSettingsTest.GOOD);
        shop = shop(stores.cache());
    }

    @AfterEach
    void stop() {
        shop.close();
        redis.close();
    }

    @Test
    void a_page_shows_sixteen_products_at_their_prices() throws Exception {
        HttpResponse<String> page = get("/category/1");
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.body().split("<li class=\"product\" data-id=")).hasSize(17);
        try (var database = stores.connect();
                var row = database.createStatement().executeQuery("select cents from product where id = 1")) {
            row.next();
            assertThat(page.body()).contains("data-id=\"1\" data-cents=\"" + row.getInt(1) + "\"");
        }
    }

    @Test
    void what_the_cache_lacks_is_read_and_kept_for_its_lifetime() throws Exception {
        redis.del("shop:1");
        get("/category/1");
        assertThat(lines.have("GET /category/1 200")).isTrue();
        assertThat(lines.have("from=cache,1-missed")).isTrue();
        assertThat(redis.ttl("shop:1")).isBetween(50L, 60L);
        assertThat(get("/metrics").body()).contains("shop_cache_pool_size 16\n", "shop_cache_pool_in_use 0\n");
    }

    @Test
    void a_page_shows_what_the_cache_holds_and_repairs_what_is_not_a_product() throws Exception {
        redis.set("shop:1", "7;5.0;2;Cached");
        redis.set("shop:2", "rubbish");
        assertThat(get("/category/1").body()).contains("data-id=\"1\" data-cents=\"7\"><b>Cached</b>");
        assertThat(redis.get("shop:2")).endsWith(";Blue blanket");
    }

    @Test
    void a_rush_on_an_empty_cache_waits_its_turn_and_fails_nothing_on_a_healthy_server() throws Exception {
        Files.writeString(file, CacheSettingsTest.GOOD + "database-wait-ms=5000\n");
        Eventually.see("new settings", () -> lines.have("database-wait-ms=5000"));
        redis.flushDB();
        List<CompletableFuture<Integer>> rush = IntStream.range(0, 300)
                .mapToObj(i -> CLIENT.sendAsync(request(shop, "/category/" + (i % 25 + 1)), BodyHandlers.ofString())
                        .thenApply(HttpResponse::statusCode))
                .toList();
        assertThat(rush).extracting(CompletableFuture::join).containsOnly(200);
        assertThat(lines.have("no cache connection")).isFalse();
    }

    @Test
    void what_is_not_a_category_is_not_found() throws Exception {
        for (String path : new String[] {"/category/26", "/category/0", "/category/x", "/category/"})
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }

    @Test
    void new_settings_are_used_without_a_restart() throws Exception {
        Files.writeString(file, CacheSettingsTest.GOOD + "key-prefix=other:\npool-size=3\n");
        Eventually.see("settings re-read", () -> lines.have("cache settings re-read: key-prefix=other:"));
        get("/category/1");
        assertThat(redis.exists("other:1")).isTrue();
        assertThat(get("/metrics").body()).contains("shop_cache_pool_size 3\n");
    }

    @Test
    void an_invalid_file_leaves_the_settings_before_in_use() throws Exception {
        Files.writeString(file, CacheSettingsTest.GOOD + "key-prefix=other:\npool-size=none\n");
        Eventually.see("it is told", () -> lines.have("pool-size=none"));
        assertThat(get("/category/1").statusCode()).isEqualTo(200);
        assertThat(redis.exists("other:1")).isFalse();
    }

    @Test
    void without_a_cache_the_pages_come_from_the_database() throws Exception {
        try (Shop lonely = shop(URI.create("redis://127.0.0.1:1"))) {
            assertThat(get(lonely, "/category/1").statusCode()).isEqualTo(200);
            assertThat(lines.have("from=database")).isTrue();
        }
    }

    @Test
    void pages_survive_that_the_cache_closes_every_connection() throws Exception {
        get("/category/1");
        redis.clientKill(new ClientKillParams().type(ClientType.NORMAL).skipMe(ClientKillParams.SkipMe.YES));
        assertThat(get("/category/1").statusCode()).isEqualTo(200);
    }

    private Shop shop(URI cache) {
        return new Shop(
                Arguments.of(
                        "--port",
                        "0",
                        "--name",
                        "shop-1",
                        "--config",
                        file.toString(),
                        "--database",
                        stores.database(),
                        "--cache",
                        cache.toString()),
                lines.log());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return get(shop, path);
    }

    private static HttpResponse<String> get(Shop shop, String path) throws Exception {
        return CLIENT.send(request(shop, path), BodyHandlers.ofString());
    }

    private static HttpRequest request(Shop shop, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + shop.port() + path))
                .build();
    }
}
