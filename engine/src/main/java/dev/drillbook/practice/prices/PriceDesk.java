package dev.drillbook.practice.prices;

import dev.drillbook.practice.part.Arguments;
import dev.drillbook.practice.part.HttpPart;
import dev.drillbook.practice.part.HttpPart.Answer;
import dev.drillbook.practice.part.HttpPart.Request;
import dev.drillbook.practice.part.Log;
import dev.drillbook.practice.part.MetricsText;
import dev.drillbook.practice.part.Part;
import dev.drillbook.runbook.DrillException;
import java.sql.SQLException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;

/**
 * Changes about three prices a second: {@code --port P --database JDBCURL --cache redis://…}. Creates the tables at its
 * start; {@code GET /commits?after=SEQ} tells which price was committed when.
 */
public final class PriceDesk implements AutoCloseable {
    private static final long EVERY_MS = 333;
    private static final long KEPT = 30_000; // almost three hours: longer than a drill

    private final Prices prices;
    private final Invalidation invalidation;
    private final Log log;
    private final RandomGenerator random = new SplittableRandom();
    private final LongAdder commits = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final HttpPart http;

    /** Starts the desk. @throws DrillException when the database is not there or the port is taken */
    PriceDesk(Arguments arguments, Log log) {
        this.log = log;
        prices = new Prices(arguments.one("database"), KEPT);
        invalidation = new Invalidation(arguments.address("cache"), log);
        try {
            prices.createSchema();
        } catch (SQLException failed) {
            throw new DrillException(
                    "the shop's tables cannot be created: " + failed.getMessage() + "; start PostgreSQL first", failed);
        }
        http = new HttpPart(arguments.port(), this::metrics, Map.of("/commits", this::commits), log);
        clock.scheduleAtFixedRate(this::change, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    public static void main(String[] arguments) {
        Part.run(arguments, given -> new PriceDesk(given, Log.toStandardOutput()));
    }

    int port() {
        return http.port();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        http.close();
        invalidation.close();
    }

    private void change() {
        try {
            int product = prices.change(random);
            commits.increment();
            invalidation.changed(product);
            log.info("price of product " + product + " changed");
        } catch (SQLException failed) {
            failures.increment();
            log.error("no price changed: " + failed.getMessage());
        }
    }

    private Answer commits(Request request) {
        try {
            long after = request.query().isEmpty()
                    ? 0
                    : Long.parseLong(request.query().replaceFirst("^after=", ""));
            return Answer.text(200, prices.commitsAfter(after));
        } catch (NumberFormatException notANumber) {
            return Answer.text(400, "expected after=NUMBER; write /commits?after=0\n");
        } catch (SQLException failed) {
            log.error("commits cannot be read: " + failed.getMessage());
            return Answer.text(503, "the database failed\n");
        }
    }

    private String metrics() {
        return new MetricsText()
                .single("prices_commits_total", "counter", "Prices changed since the start.", commits.sum())
                .single("prices_failures_total", "counter", "Price changes that failed.", failures.sum())
                .toString();
    }
}
