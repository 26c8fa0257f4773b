package dev.drillbook.practice;

import dev.drillbook.practice.auditor.Auditor;
import dev.drillbook.practice.balancer.Balancer;
import dev.drillbook.practice.prices.PriceDesk;
import dev.drillbook.practice.shop.Shop;
import dev.drillbook.process.Java;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Which parts the stack has, with which command each is started, and what must be ready before what. */
final class Blueprint {
    /** The shop whose configuration a runbook may break. */
    static final String DRILLED_SHOP = "shop-2";

    private static final List<String> SMALL = List.of("-Xmx48m", "-Xss256k");

    private final Folder folder;
    private final User user = User.current();
    private final Cache cache;
    private final Programs programs;
    private final Ports ports = new Ports();
    private final URI redis = loopback("redis://127.0.0.1:%d");
    private final URI postgres = loopback("postgresql://postgres@127.0.0.1:%d/shop");
    private final URI prices = loopback("http://127.0.0.1:%d");
    private final URI balancer = loopback("http://127.0.0.1:%d");
    private final URI auditor = loopback("http://127.0.0.1:%d");
    private final Map<String, URI> shops = new LinkedHashMap<>();

    /** @param progress told when something is made that later starts will find */
    Blueprint(Folder folder, Consumer<String> progress) {
        this.folder = folder;
        this.cache = new Cache(user.cache(), progress);
        this.programs = new Programs(cache);
        Stream.of("shop-1", DRILLED_SHOP, "shop-3").forEach(shop -> shops.put(shop, loopback("http://127.0.0.1:%d")));
    }

    /** The parts in the order in which they start; those of one wave start together. Makes the files they need. */
    List<List<Plan>> waves(boolean alerts) {
        return List.of(
                List.of(redis(), postgres()),
                List.of(priceDesk()),
                shops.keySet().stream().map(this::shop).toList(),
                List.of(balancer()),
                List.of(auditor(alerts)));
    }

    private Plan redis() {
        Path settings = folder.write(folder.path().resolve("redis.conf"));
        return program("redis", redis, programs.redis()).with(settings.toString(), "--port", "" + redis.getPort());
    }

    private Plan postgres() {
        Path home = programs.postgres();
        new DatabaseTemplate(home, cache, user).copyTo(folder.database());
        Path settings = folder.write(folder.path().resolve("postgresql.conf"));
        // Real shops do not share two cores with their database: it takes what the others leave.
        return new Plan("postgresql", postgres, user.boundAndOrdinary())
                .with("nice", "-n", "10", home.resolve("bin/postgres").toString())
                .with("-D", folder.database().toString(), "--config_file=" + settings, "-p", "" + postgres.getPort());
    }

    private Plan priceDesk() {
        return jvm("price-desk", prices, PriceDesk.class)
                .with("--database", Jdbc.url(postgres), "--cache", redis.toString());
    }

    private Plan shop(String name) {
        Path settings = folder.write(folder.cacheConfig(name));
        return jvm(name, shops.get(name), Shop.class)
                .with("--name", name, "--config", settings.toString())
                .with("--database", Jdbc.url(postgres), "--cache", redis.toString());
    }

    private Plan balancer() {
        Plan plan = jvm("balancer", balancer, Balancer.class);
        for (var shop : shops.entrySet())
            plan = plan.with("--server", shop.getKey() + "=" + shop.getValue().getAuthority());
        return plan;
    }

    private Plan auditor(boolean alerts) {
        Plan plan = jvm("auditor", auditor, Auditor.class)
                .with("--database", Jdbc.url(postgres), "--balancer", balancer.toString());
        for (var shop : shops.entrySet()) plan = plan.with("--shop", shop.getKey() + "=" + shop.getValue());
        return alerts ? plan : plan.with("--no-alerts");
    }

    private Plan jvm(String name, URI address, Class<?> main) {
        List<String> java = Java.command(SMALL, main);
        return new Plan(name, address, user.bound())
                .with(java.toArray(String[]::new))
                .with("--port", "" + address.getPort());
    }

    private Plan program(String name, URI address, Path program) {
        return new Plan(name, address, user.boundAndOrdinary()).with(program.toString());
    }

    private URI loopback(String address) {
        return URI.create(address.formatted(ports.next()));
    }
}
