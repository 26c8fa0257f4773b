package dev.drillbook.slack.loopback;

import dev.drillbook.drill.HandClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** For each rule about connections, acks, uploads, triggers and answers that come later: what breaks it and no other. */
final class BadManners {
    /** @return the code that the app or the person saw; empty where Slack says nothing */
    interface Bad {
        String done(RawApp app, HandClock clock);
    }

    private BadManners() {}

    static Map<Rule, Bad> all() {
        Map<Rule, Bad> bad = new EnumMap<>(Rule.class);
        bad.put(Rule.TICKET, (app, clock) -> {
            String address = app.ticket();
            app.connects(address, new ArrayList<>());
            return "" + app.connects(address, new ArrayList<>());
        });
        bad.put(Rule.TOO_MANY_SOCKETS, (app, clock) -> {
            IntStream.range(0, 10).forEach(n -> app.connects(app.ticket(), new ArrayList<>()));
            app.slack.line().awaits(10);
            List<String> heard = new ArrayList<>();
            app.connects(app.ticket(), heard);
            return Json.text(first(heard), "reason");
        });
        bad.put(Rule.UNKNOWN_ENVELOPE, (app, clock) -> connected(app).acked("never-sent", "{}"));
        bad.put(Rule.SECOND_ACK, (app, clock) -> {
            Delivery delivery = connected(app).typed("/drill status");
            app.acks(delivery.id(), "{}");
            delivery.answered();
            return new Connected(app).acked(delivery.id(), "{}");
        });
        bad.put(Rule.ACK_PAYLOAD, (app, clock) -> {
            connected(app);
            app.slack.user("U1").writes("hello", app.channel);
            return new Connected(app).acked(app.slack.deliveries().get(0).id(), "{\"text\":\"heard\"}");
        });
        bad.put(Rule.LATE_ACK, (app, clock) -> {
            Delivery delivery = connected(app).typed("/drill status");
            clock.turn(Duration.ofMillis(3_001));
            app.acks(delivery.id(), "{}");
            delivery.answered();
            return delivery.says().replaceAll(".*\"(.*)\"", "$1");
        });
        bad.put(Rule.UPLOAD_LENGTH, (app, clock) -> "" + uploads(app, address(app, 3), "four"));
        bad.put(Rule.UPLOAD_ADDRESS, (app, clock) -> {
            URI address = address(app, 5);
            uploads(app, address, "first");
            return "" + uploads(app, address, "again");
        });
        triggers(bad);
        return bad;
    }

    private static void triggers(Map<Rule, Bad> bad) {
        bad.put(Rule.TRIGGER_UNKNOWN, (app, clock) -> error(opens(app, "1.2.3")));
        bad.put(Rule.TRIGGER_EXPIRED, (app, clock) -> {
            String trigger = word(app, "trigger_id");
            clock.turn(Duration.ofMillis(3_001));
            return error(opens(app, trigger));
        });
        bad.put(Rule.TRIGGER_USED, (app, clock) -> {
            String trigger = word(app, "trigger_id");
            opens(app, trigger);
            return error(opens(app, trigger));
        });
        bad.put(
                Rule.VIEW_UNKNOWN,
                (app, clock) -> error(app.calls("views.update", "view_id", "V404", "view", BadViews.good())));
        bad.put(Rule.RESPONSE_USED, (app, clock) -> {
            URI address = URI.create(word(app, "response_url"));
            IntStream.range(0, 5).forEach(n -> answers(app, address));
            return error(answers(app, address));
        });
        bad.put(Rule.RESPONSE_EXPIRED, (app, clock) -> {
            URI address = URI.create(word(app, "response_url"));
            clock.turn(Duration.ofSeconds(1_801));
            return error(answers(app, address));
        });
    }

    /** An app that listens. */
    private record Connected(RawApp app) {
        Delivery typed(String line) {
            return app.slack.user("U1").types(line, app.channel);
        }

        String acked(String envelope, String payload) {
            app.acks(envelope, payload);
            return "";
        }
    }

    private static Connected connected(RawApp app) {
        app.connects(app.ticket(), new ArrayList<>());
        app.slack.line().awaits(1);
        return new Connected(app);
    }

    private static JsonNode first(List<String> heard) {
        synchronized (heard) {
            try {
                for (int n = 0; n < 50 && heard.isEmpty(); n++) heard.wait(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Json.read(heard.get(0)).orElseThrow();
        }
    }

    private static String word(RawApp app, String name) {
        return Json.text(
                app.slack.user("U1").drafts("/drill status", app.channel).payload(), name);
    }

    private static JsonNode opens(RawApp app, String trigger) {
        return app.calls("views.open", "trigger_id", trigger, "view", BadViews.good());
    }

    private static JsonNode answers(RawApp app, URI address) {
        return Json.read(app.posts(address, "", "application/json", "{\"text\":\"later\"}")
                        .body())
                .orElseThrow();
    }

    private static URI address(RawApp app, int length) {
        return URI.create(Json.text(
                app.calls("files.getUploadURLExternal", "filename", "a.txt", "length", "" + length), "upload_url"));
    }

    private static int uploads(RawApp app, URI address, String bytes) {
        return app.posts(address, "", "application/octet-stream", bytes).statusCode();
    }

    private static String error(JsonNode answer) {
        return Json.text(answer, "error");
    }
}
