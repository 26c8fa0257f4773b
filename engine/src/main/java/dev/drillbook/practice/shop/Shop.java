package dev.drillbook.practice.shop;

import dev.drillbook.practice.part.Arguments;
import dev.drillbook.practice.part.Database;
import dev.drillbook.practice.part.HttpPart;
import dev.drillbook.practice.part.HttpPart.Answer;
import dev.drillbook.practice.part.HttpPart.Request;
import dev.drillbook.practice.part.Log;
import dev.drillbook.practice.part.Part;
import dev.drillbook.practice.part.Requests;
import dev.drillbook.runbook.DrillException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One shop server: {@code --name shop-1 --port P --config FILE --database JDBCURL --cache redis://…}. {@code GET
 * /category/N} answers a page; its cache settings are read again whenever their file changes.
 */
public final class Shop implements AutoCloseable {
    private static final String PATH = "/category/";

    /** Pages that are built at a time; more wait their turn. On a healthy server each of them has a cache connection. */
    private static final int WORKERS = 16;

    private static final int TRIES_AT_START = 3;
    private static final int LOOKS_AT_ITS_FILE_EVERY_MS = 200;

    private final Log log;
    private final Catalogue catalogue;
    private final PageBuilder pages;
    private final SettingsFile file;
    private final Connections.Addresses addresses;
    private final Requests requests = new Requests(Clock.systemUTC());
    private final Semaphore workers = new Semaphore(WORKERS, true);
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private final HttpPart http;
    private volatile Connections connections;

    /** Starts the server. @throws DrillException when the settings, the port or the database are not as they should */
    Shop(Arguments arguments, Log log) {
        this.log = log;
        addresses =
                new Connections.Addresses(arguments.one("name"), arguments.one("database"), arguments.address("cache"));
        file = new SettingsFile(arguments.file("config"), log);
        connections = addresses.open(file.atStart());
        log.info(file + ": cache settings read: " + connections.settings());
        catalogue = readCatalogue();
        pages = new PageBuilder(log);
        new WarmUp(catalogue, pages, connections, log).run();
        watch.scheduleWithFixedDelay(
                this::reread, LOOKS_AT_ITS_FILE_EVERY_MS, LOOKS_AT_ITS_FILE_EVERY_MS, TimeUnit.MILLISECONDS);
        var metrics = new ShopMetrics(requests, pages, () -> connections);
        http = new HttpPart(arguments.port(), metrics::text, Map.of(PATH, this::category), log);
    }

    public static void main(String[] arguments) {
        Part.run(arguments, given -> new Shop(given, Log.toStandardOutput()));
    }

    int port() {
        return http.port();
    }

    @Override
    public void close() {
        watch.shutdownNow();
        http.close();
        connections.cache().close();
        connections.database().close();
    }

    private Catalogue readCatalogue() {
        SQLException failure = null;
        for (int tries = 0; tries < TRIES_AT_START; tries++)
            try (var database = Database.connect(addresses.database(), addresses.name())) {
                return Catalogue.read(database);
            } catch (SQLException failed) {
                log.warn("the catalogue cannot be read: " + failed.getMessage());
                failure = failed;
            }
        throw new DrillException(
                "the catalogue cannot be read: " + failure.getMessage() + "; start the price desk first", failure);
    }

    private void reread() {
        file.changed().ifPresent(settings -> {
            Connections before = connections;
            connections = addresses.reopen(before, settings);
            before.drainAfter(connections);
            log.info(file + ": cache settings re-read: " + settings);
        });
    }

    private Answer category(Request request) {
        long began = System.nanoTime();
        String from = "none";
        Answer answer;
        try {
            Page page = page(request.path());
            from = page.from();
            answer = Answer.html(200, page.html());
        } catch (NumberFormatException | NoSuchElementException unknown) {
            answer = Answer.text(404, "no such category\n");
        } catch (PageBuilder.Unavailable why) {
            log.error(request.path() + ": " + why.getMessage());
            answer = Answer.text(503, "please try again\n");
        }
        answered(request, answer.status(), from, System.nanoTime() - began);
        return answer;
    }

    private Page page(String path) throws PageBuilder.Unavailable {
        int category = Integer.parseInt(path.substring(PATH.length()));
        List<Integer> products = catalogue.productsOf(category);
        workers.acquireUninterruptibly();
        try {
            return pages.build(category, products, connections);
        } finally {
            workers.release();
        }
    }

    private void answered(Request request, int status, String from, long nanos) {
        requests.answered(status, nanos);
        String took = String.format(Locale.ROOT, "%.1fms", nanos / 1e6);
        log.info(String.join(" ", request.method(), request.path(), Integer.toString(status), took, "from=" + from));
    }
}
