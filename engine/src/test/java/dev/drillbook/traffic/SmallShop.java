package dev.drillbook.traffic;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.drillbook.environment.Site;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A real HTTP server whose pages fare as their path says, which counts what it did, and its feed of commits. */
final class SmallShop implements AutoCloseable {
    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    enum Kind {
        FRESH,
        CHUNKED,
        STALE,
        FAILED,
        TORN
    }

    private record Commit(int product, int cents, Instant at) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Commit> commits = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final AtomicInteger sessions = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean feedIsDown;

    SmallShop() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(threads);
        server.createContext("/page/", this::page);
        server.createContext("/hang", exchange -> await(closing));
        server.createContext("/commits", this::feed);
        server.start();
        commit(42, 100, Instant.now().minusSeconds(60));
        commit(42, 200, Instant.now().minusSeconds(50));
    }

    Site site(String... paths) {
        return new Site(address(), List.of(paths), address().resolve("/commits"));
    }

    /** So many different pages that each is asked for about once. */
    Site siteOfManyPages() {
        return site(IntStream.range(0, 50_000).mapToObj(n -> "/page/" + n).toArray(String[]::new));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    static Kind kind(String path) {
        int last = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)) % 20;
        return last == 0
                ? Kind.FAILED
                : last == 1 ? Kind.STALE : last == 2 ? Kind.TORN : last < 6 ? Kind.CHUNKED : Kind.FRESH;
    }

    int asked(String path) {
        return Optional.ofNullable(asked.get(path)).map(AtomicInteger::get).orElse(0);
    }

    void commit(int product, int cents, Instant at) {
        commits.add(new Commit(product, cents, at));
    }

    void feedGoesDown(boolean down) {
        feedIsDown = down;
    }

    /** From now on answers wait until {@link #goesOn()}. */
    void stalls() {
        gate = new CountDownLatch(1);
    }

    void goesOn() {
        gate.countDown();
    }

    private void page(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.computeIfAbsent(path, any -> new AtomicInteger()).incrementAndGet();
        await(gate);
        exchange.getResponseHeaders().set("X-Served-By", session(exchange));
        Kind kind = kind(path);
        byte[] page = ("<html><ul>" + product(42, kind == Kind.STALE ? 100 : 200)
                        + product(7, 1299).repeat(15))
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(
                kind == Kind.FAILED ? 503 : 200,
                kind == Kind.CHUNKED ? 0 : kind == Kind.TORN ? page.length + 1 : page.length);
        exchange.getResponseBody().write(page);
        if (kind == Kind.TORN) exchange.getResponseBody().flush();
        exchange.close();
    }

    private static String product(int id, int cents) {
        return "<li class=\"product\" data-id=\"" + id + "\" data-cents=\"" + cents + "\">Tea and coffee</li>\n";
    }

    private String session(HttpExchange exchange) {
        List<String> cookies = exchange.getRequestHeaders().getOrDefault("Cookie", List.of());
        if (!cookies.isEmpty()) return cookies.get(0);
        String session = "session=" + sessions.incrementAndGet();
        exchange.getResponseHeaders().set("Set-Cookie", session + "; Path=/; HttpOnly");
        return session;
    }

    private void feed(HttpExchange exchange) throws IOException {
        int after = Integer.parseInt(exchange.getRequestURI().getQuery().substring("after=".length()));
        byte[] lines = IntStream.range(after, commits.size())
                .mapToObj(i -> (i + 1) + " " + commits.get(i).product() + " "
                        + commits.get(i).cents() + " " + commits.get(i).at().toEpochMilli() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(feedIsDown ? 500 : 200, lines.length == 0 ? -1 : lines.length);
        if (lines.length > 0) exchange.getResponseBody().write(lines);
        exchange.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        goesOn();
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
