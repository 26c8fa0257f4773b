package dev.drillbook.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Input;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Refused;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;

class RedisTest {
    private static final Servers.Server SERVER = Servers.redis();
    private static final Input<URI> CACHE = new Input<>("cache", URI.class);
    private static final World WORLD = new Given(Map.of("cache", SERVER.uri().toString()));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource({
        "maxmemory, 1mb, 1048576",
        "maxmemory, 1k, 1000",
        "maxmemory-policy, ALLKEYS-LRU, allkeys-lru",
        "notify-keyspace-events, KEA, AKE",
        "notify-keyspace-events, Kg$lshzxetd, AK",
        "save, 3600 1 60 10, 3600 1 60 10",
        "client-output-buffer-limit, normal 1mb 0 0, normal 1048576 0 0",
        "slowlog-log-slower-than, -1, -1",
    })
    void values_are_compared_as_redis_understands_them(String name, String told, String answered) {
        Fault fault = Redis.at(CACHE).config(Map.of(name, told));
        Undo undo = fault.undo(WORLD);
        fault.apply(WORLD);
        assertThat(read(name)).contains(answered);
        assertThat(fault.tookHold(WORLD)).isInstanceOf(Verdict.Holds.class);
        assertThat(undo.pay(WORLD)).isInstanceOf(Payment.PutBack.class);
        assertThat(undo.gone(WORLD)).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void a_value_that_redis_keeps_otherwise_is_refused_and_put_back() {
        String before = read("hz");
        Fault fault = Redis.at(CACHE).config(Map.of("hz", 10_000));
        assertThatThrownBy(() -> fault.apply(WORLD))
                .isInstanceOf(DrillException.class)
                .hasMessageContaining("'500'");
        assertThat(read("hz")).isEqualTo(before);
    }

    @Test
    void what_a_person_set_after_its_undo_was_read_is_not_changed() {
        Fault fault = Redis.at(CACHE).config(Map.of("repl-timeout", 61, "timeout", 62));
        Undo undo = fault.undo(WORLD);
        redis(redis -> redis.configSet("timeout", "7"));
        String before = read("repl-timeout");
        assertThatThrownBy(() -> fault.apply(WORLD, undo))
                .isInstanceOf(DrillException.class)
                .hasMessageContaining("someone else changed it");
        assertThat(undo.pay(WORLD)).isInstanceOf(Payment.LeftAlone.class);
        assertThat(read("timeout")).isEqualTo("7");
        assertThat(read("repl-timeout")).isEqualTo(before);
    }

    @Test
    void a_change_that_was_held_up_on_its_way_does_not_land_after_its_undo() throws Exception {
        String before = read("maxmemory-samples");
        Fault fault = Redis.at(CACHE).config(Map.of("maxmemory-samples", 9));
        Undo undo = fault.undo(WORLD);
        try (SlowProxy proxy = new SlowProxy(SERVER.uri())) {
            World slow = new Given(Map.of("cache", proxy.uri().toString()));
            assertThatThrownBy(() -> fault.apply(slow, undo)).hasMessageContaining("does not answer");
            assertThat(undo.pay(WORLD)).isInstanceOf(Payment.AlreadyRight.class);
            proxy.letGo();
        }
        assertThat(read("maxmemory-samples")).isEqualTo(before);
    }

    @Test
    void where_nobody_may_end_connections_it_is_put_back_all_the_same() {
        redis(redis ->
                redis.sendCommand(Protocol.Command.ACL, "SETUSER", "plain", "on", ">x", "~*", "+@all", "-client"));
        String uri = SERVER.uri().toString().replace("//", "//plain:x@");
        World plain = new Given(Map.of("cache", uri));
        Fault fault = Redis.at(CACHE).config(Map.of("maxmemory-samples", 8));
        Undo undo = fault.undo(plain);
        fault.apply(plain, undo);
        assertThat(undo.pay(plain)).isInstanceOf(Payment.PutBack.class);
    }

    @Test
    void where_another_redis_answers_after_a_failover_the_one_that_was_changed_stays_owed()
            throws InterruptedException {
        try (Servers.Server replica = Servers.redis()) {
            World after = new Given(Map.of("cache", replica.uri().toString()));
            TimeUnit.SECONDS.sleep(5); // an uptime counts in whole seconds: it ran well before the fault
            Fault fault = Redis.at(CACHE).config(Map.of("maxmemory", "2mb"));
            Undo undo = fault.undo(WORLD);
            fault.apply(WORLD);
            assertThat(undo.gone(after)).isInstanceOf(Verdict.Unknown.class);
            assertThatThrownBy(() -> undo.pay(after))
                    .isInstanceOf(DrillException.class)
                    .hasMessageContaining("another Redis answers");
            assertThat(undo.pay(WORLD)).isInstanceOf(Payment.PutBack.class);
        }
    }

    @Test
    void a_redis_that_was_restarted_since_is_no_other() {
        Fault fault = Redis.at(CACHE).config(Map.of("maxmemory", "2mb"));
        Undo undo = fault.undo(WORLD);
        try (Servers.Server restarted = Servers.redis()) {
            World after = new Given(Map.of("cache", restarted.uri().toString()));
            assertThat(undo.pay(after)).isInstanceOf(Payment.AlreadyRight.class);
        }
    }

    @Test
    void settings_that_do_not_exist_or_cannot_be_set_are_named() {
        assertThatThrownBy(() -> Redis.at(CACHE).config(Map.of("maxmemry", 1)).undo(WORLD))
                .isInstanceOf(DrillException.class)
                .hasMessageContaining("maxmemry");
        assertThatThrownBy(() -> Redis.at(CACHE).config(Map.of("databases", 1)).apply(WORLD))
                .isInstanceOf(DrillException.class)
                .hasMessageContaining("databases");
        assertThatThrownBy(() -> Redis.at(CACHE).config(Map.of("requirepass", "x")))
                .isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @CsvSource({
        "maxclients, 10",
        "MaxClients, 10",
        "port, 0",
        "tls-port, 6380",
        "bind, 192.0.2.1",
        "bind-source-addr, 192.0.2.1",
        "protected-mode, no",
        "unixsocket, /tmp/redis.sock",
        "tls-auth-clients, yes",
    })
    void a_setting_that_would_keep_its_own_undo_out_is_refused_before_anything_changes(String name, String value) {
        Map<String, String> before = redis(redis -> redis.configGet("*"));
        Map<String, String> settings = Map.of(name, value, "maxmemory", "3mb");
        assertThatThrownBy(() -> Redis.at(CACHE).config(settings).apply(WORLD))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("'" + name.toLowerCase(Locale.ROOT) + "' decides who may connect")
                .hasMessageContaining("break something else");
        Map<String, String> after = redis(redis -> redis.configGet("*"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void a_password_that_a_value_spells_out_is_refused_before_anything_changes_and_not_repeated() {
        Redis cache = Redis.at(CACHE);
        Map<String, String> given = Map.of("proc-title-template", "redis://shop:hunter2@cache");
        assertThatThrownBy(() -> cache.config(given))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("'proc-title-template' spells a password out")
                .hasMessageNotContaining("hunter2");
        redis(redis -> redis.configSet("proc-title-template", "{title} redis://shop:hunter2@cache"));
        assertThatThrownBy(() ->
                        cache.config(Map.of("proc-title-template", "{title}")).undo(WORLD))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Redis proc-title-template holds a password")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void keys_that_are_there_already_are_not_ours_to_remove() {
        redis(redis -> redis.mset("theirs:1", "x", "theirs:2", "x"));
        assertThatThrownBy(() -> Redis.at(CACHE).keys("theirs:*").removal(WORLD))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("2 keys")
                .hasMessageContaining("redis-cli");
        assertThatThrownBy(() -> Redis.at(CACHE).keys("*")).isInstanceOf(Invalid.class);
    }

    @Test
    void ping_is_broken_where_nobody_answers_and_unknown_where_nobody_can_tell() {
        assertThat(Redis.at(CACHE).ping().ask(WORLD)).isEqualTo(new Verdict.Holds("PONG"));
        assertThat(Redis.at("redis://127.0.0.1:1").ping().ask(WORLD)).isInstanceOf(Verdict.Broken.class);
        assertThat(Redis.at(CACHE).ping().ask(Given.NOTHING)).isInstanceOf(Verdict.Unknown.class);
        assertThat(Redis.at("http://127.0.0.1:1").ping().ask(WORLD)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void a_password_is_used_and_never_shown() {
        redis(redis -> redis.sendCommand(Protocol.Command.ACL, "SETUSER", "driller", "on", ">s3cret", "~*", "+@all"));
        String uri = SERVER.uri().toString().replace("//", "//driller:s3cret@");
        World secretive = new Given(Map.of("cache", uri));
        Fault fault = Redis.at(CACHE).config(Map.of("maxmemory-samples", 7));
        Undo undo = fault.undo(secretive);
        fault.apply(secretive);
        assertThat(undo.asTyped(secretive)).contains("--user driller").doesNotContain("s3cret");
        assertThat(undo.pay(secretive)).isInstanceOf(Payment.PutBack.class);
        World wrong = new Given(Map.of("cache", uri.replace("s3cret", "0ther")));
        assertThatThrownBy(() -> fault.undo(wrong))
                .isInstanceOf(DrillException.class)
                .hasMessageContaining("driller:***@")
                .hasMessageNotContaining("0ther");
        assertThatThrownBy(() -> Redis.at(uri)).isInstanceOf(Invalid.class).hasMessageNotContaining("s3cret");
    }

    private static String read(String name) {
        return redis(redis -> RedisServer.setting(redis, name));
    }

    private static <T> T redis(Function<Jedis, T> work) {
        return new RedisServer(SERVER.uri()).askPlainly(work);
    }
}
