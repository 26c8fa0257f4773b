package dev.drillbook.practice.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.practice.Stores;
import dev.drillbook.practice.part.Arguments;
import dev.drillbook.practice.part.Eventually;
import dev.drillbook.practice.part.HttpPart;
import dev.drillbook.practice.part.HttpPart.Answer;
import dev.drillbook.practice.part.Lines;
import dev.drillbook.practice.prices.Seeded;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** An auditor with a real PostgreSQL, and a page whose price the test chooses. */
@ExtendWith(Stores.class)
@ResourceLock("a seeded shop") // seeding fills both cores: one at a time
class AuditorTest {
    private final Lines lines = new Lines();
    private final List<String> alerts = new CopyOnWriteArrayList<>();
    private volatile int shown;
    private Stores.Own stores;
    private HttpPart shop;
    private HttpPart receiver;

    @BeforeEach
    void start(Stores.Own stores) throws Exception {
        this.stores = stores;
        Seeded.createSchema(stores.database());
        shop = new HttpPart(0, () -> "", Map.of("/category/", request -> page()), lines.log());
        receiver = new HttpPart(
                0,
                () -> "",
                Map.of("/alerts", request -> {
                    alerts.add(request.body());
                    return Answer.text(200, "");
                }),
                lines.log());
    }

    @AfterEach
    void stop() {
        shop.close();
        receiver.close();
    }

    @Test
    void an_outdated_price_is_told_to_the_receiver_and_its_correction_too() throws Exception {
        shown = committedTenSecondsAgoAndReplacedSince();
        try (var auditor = auditor()) {
            assertThat(post(auditor, "{\"url\": \"http://127.0.0.1:" + receiver.port() + "/alerts\", \"token\": \"t\"}")
                            .statusCode())
                    .isEqualTo(200);
            Eventually.see("it fires", () -> alerts.stream().anyMatch(alert -> alert.contains("\"firing\"")));
            assertThat(alerts.get(0)).contains("StaleAnswers").doesNotContain("shop-1");
            assertThat(lines.have("the price of product 42, " + shown + " cents, was replaced"))
                    .isTrue();
            shown++;
            Eventually.see("it resolves", () -> alerts.stream().anyMatch(alert -> alert.contains("\"resolved\"")));
        }
    }

    @Test
    void without_alerts_it_audits_and_no_rule_fires() throws Exception {
        shown = committedTenSecondsAgoAndReplacedSince();
        try (var auditor = auditor("--no-alerts")) {
            Eventually.see("eight stale pages", () -> metric(auditor, "auditor_stale_pages_total") >= 8);
            assertThat(lines.have("alert StaleAnswers")).isFalse();
        }
    }

    @Test
    void a_receiver_that_is_none_is_refused() throws Exception {
        try (var auditor = auditor()) {
            for (String wrong : new String[] {"", "{}", "{\"url\": \"x\", \"token\": \"t\"}", "[1]"})
                assertThat(post(auditor, wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    private int committedTenSecondsAgoAndReplacedSince() throws Exception {
        try (var database = stores.connect();
                var statement = database.createStatement()) {
            statement.execute("""
                    insert into price_commit (product, cents, committed_at) values
                      (42, 100000, now() - interval '20 s'), (42, 100001, now() - interval '10 s')""");
        }
        return 100000;
    }

    private Answer page() {
        return Answer.html(200, "<li class=\"product\" data-id=\"42\" data-cents=\"" + shown + "\">");
    }

    private Auditor auditor(String... more) {
        String address = "http://127.0.0.1:" + shop.port();
        var words = new ArrayList<>(List.of(
                "--port", "0", "--database", stores.database(), "--balancer", address, "--shop", "shop-1=" + address));
        words.addAll(List.of(more));
        return new Auditor(Arguments.of(words.toArray(String[]::new)), lines.log());
    }

    private static HttpResponse<String> post(Auditor auditor, String body) throws Exception {
        return send(HttpRequest.newBuilder(address(auditor, "/receiver")).POST(BodyPublishers.ofString(body)));
    }

    private static double metric(Auditor auditor, String name) throws Exception {
        String text = send(HttpRequest.newBuilder(address(auditor, "/metrics"))).body();
        return Double.parseDouble(text.substring(text.lastIndexOf(name) + name.length())
                .lines()
                .findFirst()
                .get());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static URI address(Auditor auditor, String path) {
        return URI.create("http://127.0.0.1:" + auditor.port() + path);
    }
}
