package dev.drillbook.slack.loopback;

import java.util.EnumMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** For each rule about tokens, channels, messages, pins and people, a call that breaks it and no other. */
final class BadCalls {
    /** @return the answer to the bad call */
    interface Bad {
        JsonNode made(RawApp app);
    }

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    private BadCalls() {}

    static Map<Rule, Bad> all() {
        Map<Rule, Bad> bad = new EnumMap<>(Rule.class);
        tokens(bad);
        messages(bad);
        channels(bad);
        marks(bad);
        return bad;
    }

    private static void tokens(Map<Rule, Bad> bad) {
        bad.put(Rule.NO_TOKEN, app -> app.calls("", "auth.test", FORM, ""));
        bad.put(Rule.UNKNOWN_TOKEN, app -> app.callsAs("xoxb-stolen", "auth.test"));
        bad.put(Rule.TOKEN_KIND, app -> app.callsAs(app.slack.appToken(), "chat.postMessage"));
        bad.put(
                Rule.TOKEN_IN_BODY,
                app -> app.calls("", "apps.connections.open", FORM, "token=" + app.slack.appToken()));
        bad.put(Rule.SCOPE, app -> app.callsAs(app.slack.botToken("commands"), "chat.postMessage"));
        bad.put(Rule.METHOD, app -> app.calls("chat.shout"));
        bad.put(Rule.ARGUMENT, app -> app.calls("chat.postMessage", "text", "to nowhere"));
        bad.put(Rule.FORM_ONLY, app -> app.calls(app.slack.botToken(), "users.info", JSON, "{\"user\":\"U1\"}"));
        bad.put(Rule.JSON, app -> app.calls(app.slack.botToken(), "chat.postMessage", JSON, "{\"channel\":"));
        bad.put(Rule.CONTENT_TYPE, app -> app.calls(app.slack.botToken(), "chat.postMessage", "text/xml", "<hello/>"));
        bad.put(Rule.RATE, app -> {
            app.slack.limitsRate();
            app.posts("first");
            return app.calls("chat.postMessage", "channel", app.channel.id(), "text", "second");
        });
    }

    private static void messages(Map<Rule, Bad> bad) {
        bad.put(Rule.CHANNEL, app -> app.calls("chat.postMessage", "channel", "C404", "text", "x"));
        bad.put(
                Rule.MEMBER,
                app -> app.calls(
                        "chat.postMessage",
                        "channel",
                        app.slack.opensWithoutApp("others").id(),
                        "text",
                        "x"));
        bad.put(Rule.ARCHIVED, app -> {
            app.calls("conversations.archive", "channel", app.channel.id());
            return app.calls("chat.postMessage", "channel", app.channel.id(), "text", "x");
        });
        bad.put(Rule.NO_TEXT, app -> app.calls("chat.postMessage", "channel", app.channel.id()));
        bad.put(
                Rule.TEXT_LENGTH,
                app -> app.calls("chat.postMessage", "channel", app.channel.id(), "text", BadBlocks.x(40_001)));
        bad.put(
                Rule.PERSONA,
                app -> app.callsAs(
                        app.slack.botToken("chat:write"),
                        "chat.postMessage",
                        "channel",
                        app.channel.id(),
                        "text",
                        "x",
                        "username",
                        "Support"));
        bad.put(
                Rule.MESSAGE,
                app -> app.calls("chat.update", "channel", app.channel.id(), "ts", "1.000001", "text", "x"));
        bad.put(
                Rule.OTHERS_MESSAGE,
                app -> app.calls("chat.update", "channel", app.channel.id(), "ts", theirs(app), "text", "x"));
        bad.put(Rule.OTHERS_DELETE, app -> app.calls("chat.delete", "channel", app.channel.id(), "ts", theirs(app)));
        bad.put(
                Rule.EPHEMERAL_USER,
                app -> app.calls("chat.postEphemeral", "channel", app.channel.id(), "user", "U404", "text", "x"));
        bad.put(Rule.THREAD, app -> app.calls("conversations.replies", "channel", app.channel.id(), "ts", "1.000001"));
    }

    private static void channels(Map<Rule, Bad> bad) {
        bad.put(Rule.NAME_EMPTY, app -> app.calls("conversations.create"));
        bad.put(Rule.NAME_TAKEN, app -> app.calls("conversations.create", "name", app.channel.name()));
        bad.put(Rule.NAME_LENGTH, app -> app.calls("conversations.create", "name", BadBlocks.x(81)));
        bad.put(Rule.NAME_CHARACTERS, app -> app.calls("conversations.create", "name", "Drill 1"));
        bad.put(
                Rule.TOPIC_LENGTH,
                app -> app.calls("conversations.setTopic", "channel", app.channel.id(), "topic", BadBlocks.x(251)));
        bad.put(
                Rule.PURPOSE_LENGTH,
                app -> app.calls("conversations.setPurpose", "channel", app.channel.id(), "purpose", BadBlocks.x(251)));
        bad.put(Rule.ALREADY_ARCHIVED, app -> twice(app, "conversations.archive", "channel", app.channel.id()));
        bad.put(
                Rule.ALREADY_INVITED,
                app -> app.calls("conversations.invite", "channel", app.channel.id(), "users", "U1"));
        bad.put(
                Rule.INVITE_SELF,
                app -> app.calls("conversations.invite", "channel", app.channel.id(), "users", app.slack.botUser()));
        bad.put(Rule.USER, app -> app.calls("users.info", "user", "U404"));
    }

    private static void marks(Map<Rule, Bad> bad) {
        bad.put(Rule.PINNED, app -> twice(app, "pins.add", "channel", app.channel.id(), "timestamp", theirs(app)));
        bad.put(
                Rule.NOT_PINNED,
                app -> app.calls("pins.remove", "channel", app.channel.id(), "timestamp", theirs(app)));
        bad.put(
                Rule.REACTED,
                app -> twice(
                        app, "reactions.add", "channel", app.channel.id(), "timestamp", theirs(app), "name", "eyes"));
        bad.put(
                Rule.REACTION_NAME,
                app -> app.calls(
                        "reactions.add", "channel", app.channel.id(), "timestamp", theirs(app), "name", ":eyes:"));
        bad.put(Rule.UPLOAD_EMPTY, app -> app.calls("files.getUploadURLExternal", "filename", "a.txt", "length", "0"));
        bad.put(
                Rule.UPLOAD_ALT,
                app -> app.calls(
                        "files.getUploadURLExternal",
                        "filename",
                        "a.png",
                        "length",
                        "3",
                        "alt_txt",
                        BadBlocks.x(1001)));
        bad.put(Rule.UPLOAD_OPEN, app -> {
            String id =
                    Json.text(app.calls("files.getUploadURLExternal", "filename", "a.txt", "length", "3"), "file_id");
            return app.calls("files.completeUploadExternal", "files", "[{\"id\":\"" + id + "\"}]");
        });
    }

    private static JsonNode twice(RawApp app, String method, String... pairs) {
        app.calls(method, pairs);
        return app.calls(method, pairs);
    }

    private static String theirs(RawApp app) {
        return app.slack.user("U1").writes("mine", app.channel).ts();
    }
}
