package dev.drillbook.practice.auditor;

import dev.drillbook.practice.auditor.Webhook.Receiver;
import dev.drillbook.practice.part.Arguments;
import dev.drillbook.practice.part.Database;
import dev.drillbook.practice.part.HttpPart;
import dev.drillbook.practice.part.HttpPart.Answer;
import dev.drillbook.practice.part.HttpPart.Request;
import dev.drillbook.practice.part.Log;
import dev.drillbook.practice.part.MetricsText;
import dev.drillbook.practice.part.Part;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the shops' answers with PostgreSQL each second and raises alerts: {@code --port P --database JDBCURL
 * --balancer http://… --shop shop-1=http://… (each shop) [--no-alerts]}. {@code POST /receiver} with {@code {"url": …,
 * "token": …}} says where they go; with {@code --no-alerts} no rule fires.
 */
public final class Auditor implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Audit audit;
    private final Alarms alarms;
    private final Webhook webhook;
    private final Log log;
    private final LongAdder pages = new LongAdder();
    private final LongAdder stale = new LongAdder();
    private final ScheduledExecutorService seconds = Executors.newScheduledThreadPool(2);
    private final Database database;
    private final HttpPart http;

    /** Starts the auditor. @throws dev.drillbook.runbook.DrillException when the port is taken */
    Auditor(Arguments arguments, Log log) {
        this.log = log;
        Clock clock = Clock.systemUTC();
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Shops.TIMEOUT).build();
        database = new Database(arguments.one("database"), "auditor");
        var shops = new Shops(arguments.named("shop"), client, clock, log);
        audit = new Audit(shops, new Commits(database), arguments.address("balancer"), client, clock, log);
        alarms = new Alarms(arguments.has("no-alerts") ? List.of() : Rule.ALL);
        webhook = new Webhook(client, log);
        http = new HttpPart(arguments.port(), this::metrics, Map.of("/receiver", this::receiver), log);
        seconds.scheduleAtFixedRate(this::second, 0, 1, TimeUnit.SECONDS);
        seconds.scheduleWithFixedDelay(webhook::deliver, 1, 1, TimeUnit.SECONDS);
    }

    public static void main(String[] arguments) {
        Part.run(arguments, given -> new Auditor(given, Log.toStandardOutput()));
    }

    int port() {
        return http.port();
    }

    @Override
    public void close() {
        seconds.shutdownNow();
        http.close();
        database.close();
    }

    private void second() {
        try {
            Reading reading = audit.read();
            pages.add(reading.pages());
            stale.add(reading.stale());
            List<Alert> changed = alarms.step(reading);
            changed.forEach(this::raise);
            if (!changed.isEmpty()) seconds.execute(webhook::deliver);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException defect) {
            log.error("this second was not audited: " + defect);
        }
    }

    private void raise(Alert alert) {
        log.warn("alert " + alert.name() + " " + alert.status() + ": " + alert.summary());
        webhook.add(alert);
    }

    private Answer receiver(Request request) {
        try {
            Receiver receiver = JSON.readValue(request.body(), Receiver.class);
            webhook.to(receiver, alarms.firing());
            seconds.execute(webhook::deliver);
            log.info("alerts go to " + receiver.url() + " from now on");
            return Answer.text(200, "ok\n");
        } catch (JacksonException | IllegalArgumentException wrong) {
            return Answer.text(400, "expected {\"url\": \"http://…\", \"token\": \"…\"}\n");
        }
    }

    private String metrics() {
        var text = new MetricsText()
                .single("auditor_pages_total", "counter", "Pages compared with the database.", pages.sum())
                .single("auditor_stale_pages_total", "counter", "Pages that showed an outdated price.", stale.sum())
                .family("auditor_alert_firing", "gauge", "1 for each alert that fires.");
        alarms.firing().forEach(alert -> text.sample("auditor_alert_firing", 1, "alertname", alert.name()));
        return text.toString();
    }
}
