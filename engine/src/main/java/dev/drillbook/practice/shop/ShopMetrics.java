package dev.drillbook.practice.shop;

import dev.drillbook.practice.part.MetricsText;
import dev.drillbook.practice.part.Requests;
import java.util.function.Supplier;

/** The shop's metrics page. */
record ShopMetrics(Requests requests, PageBuilder pages, Supplier<Connections> connections) {
    String text() {
        var text = new MetricsText();
        text.family("shop_requests_total", "counter", "Requests answered, by status.");
        requests.appendCounts(text, "shop_requests_total");
        text.family("shop_request_seconds", "summary", "Time to build an answer; quantiles over the last 10 s.");
        requests.appendLatencies(text, "shop_request_seconds");
        text.single("shop_cache_hits_total", "counter", "Products found in the cache.", pages.hits.sum());
        text.single("shop_cache_misses_total", "counter", "Products not found in the cache.", pages.misses.sum());
        text.family("shop_pages_total", "counter", "Pages built, by where their products came from.");
        text.sample("shop_pages_total", pages.fromCache.sum(), "from", "cache");
        text.sample("shop_pages_total", pages.fromDatabase.sum(), "from", "database");
        pool(text, "cache", connections.get().cache());
        pool(text, "database", connections.get().database());
        return text.toString();
    }

    private static void pool(MetricsText text, String name, Pool<?> pool) {
        String prefix = "shop_" + name + "_pool_";
        text.single(prefix + "size", "gauge", "Connections that may be open.", pool.size());
        text.single(prefix + "in_use", "gauge", "Connections in use now.", pool.inUse());
        text.single(prefix + "waiting", "gauge", "Pages that wait for a connection now.", pool.waiting());
        text.single(prefix + "refused_total", "counter", "Waits that ended without a connection.", pool.refused());
    }
}
