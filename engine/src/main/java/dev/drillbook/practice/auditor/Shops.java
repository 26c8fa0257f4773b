package dev.drillbook.practice.auditor;

import dev.drillbook.practice.part.Log;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks every shop server for a page, not through the balancer: one each second, category after category. */
final class Shops {
    private static final int CATEGORIES = 25;
    // Every seventh: the pages asked for in a few seconds show nearly all products.
    private static final int STRIDE = 7;
    private static final Pattern PRICE = Pattern.compile("data-id=\"(\\d+)\" data-cents=\"(\\d+)\"");
    static final Duration TIMEOUT = Duration.ofMillis(800);

    private final Map<String, String> addresses;
    private final HttpClient client;
    private final Clock clock;
    private final Log log;
    private int turn;

    /** @param prices cents by product */
    record Shown(String shop, String path, Instant asked, Map<Integer, Integer> prices) {}

    Shops(Map<String, String> addresses, HttpClient client, Clock clock, Log log) {
        this.addresses = addresses;
        this.client = client;
        this.clock = clock;
        this.log = log;
    }

    /** One page of each shop that answers one; all are asked at the same time. */
    List<Shown> ask() {
        String path = "/category/" + (1 + turn++ * STRIDE % CATEGORIES);
        Instant asked = clock.instant();
        var answers = new LinkedHashMap<String, CompletableFuture<HttpResponse<String>>>();
        addresses.forEach(
                (shop, address) -> answers.put(shop, client.sendAsync(get(address + path), BodyHandlers.ofString())));
        var pages = new ArrayList<Shown>();
        answers.forEach((shop, coming) -> {
            try {
                HttpResponse<String> answer = coming.join();
                if (answer.statusCode() == 200) pages.add(new Shown(shop, path, asked, prices(answer.body())));
                else log.warn(shop + " " + path + ": status " + answer.statusCode());
            } catch (CompletionException failed) {
                log.warn(shop + " " + path + ": " + failed.getCause());
            }
        });
        return pages;
    }

    private static HttpRequest get(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build();
    }

    private static Map<Integer, Integer> prices(String page) {
        var prices = new HashMap<Integer, Integer>();
        Matcher price = PRICE.matcher(page);
        while (price.find()) prices.put(Integer.parseInt(price.group(1)), Integer.parseInt(price.group(2)));
        return prices;
    }
}
