package dev.drillbook.slack.loopback;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Text objects and confirmations. Characters are counted as UTF-16 does, which is never less strict than counting what a
 * person sees.
 */
final class Texts {
    private static final Set<String> PLAIN = Set.of("type", "text", "emoji");
    private static final Set<String> MARKUP = Set.of("type", "text", "verbatim");
    private static final Set<String> CONFIRM = Set.of("title", "text", "confirm", "deny", "style");

    private Texts() {}

    static void check(JsonNode text, int most, Rule tooLong, Place place) {
        String type = Json.text(text, "type");
        if (!Set.of("plain_text", "mrkdwn").contains(type))
            throw place.refuses(Rule.TEXT_TYPE, "unsupported type: " + type);
        place.only(text, type.equals("mrkdwn") ? MARKUP : PLAIN);
        if (Json.text(text, "text").isEmpty()) throw place.refuses(Rule.TEXT_EMPTY, "must be more than 0 characters");
        place.longest(text, "text", most, tooLong);
    }

    static void plain(JsonNode text, int most, Rule tooLong, Rule markup, Place place) {
        if (Json.text(text, "type").equals("mrkdwn"))
            throw place.refuses(markup, "must be a valid enum value: plain_text");
        check(text, most, tooLong, place);
    }

    static void confirm(JsonNode dialog, Place place) {
        place.only(dialog, CONFIRM);
        for (String name : new String[] {"title", "text", "confirm", "deny"})
            if (!dialog.has(name)) throw place.refuses(Rule.CONFIRM_FIELDS, "missing required field: " + name);
        check(dialog.get("title"), 100, Rule.CONFIRM_TITLE, place.at("title"));
        check(dialog.get("text"), 300, Rule.CONFIRM_TEXT, place.at("text"));
        check(dialog.get("confirm"), 30, Rule.CONFIRM_BUTTON, place.at("confirm"));
        check(dialog.get("deny"), 30, Rule.CONFIRM_BUTTON, place.at("deny"));
    }
}
