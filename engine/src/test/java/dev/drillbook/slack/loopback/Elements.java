package dev.drillbook.slack.loopback;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What may stand in blocks. Buttons and menus are read whole; of other elements the type and the action_id. */
final class Elements {
    static final Set<String> INTERACTIVE = Set.of(
            "button",
            "checkboxes",
            "datepicker",
            "datetimepicker",
            "overflow",
            "radio_buttons",
            "static_select",
            "timepicker",
            "users_select",
            "conversations_select",
            "channels_select",
            "multi_static_select",
            "multi_users_select");
    static final Set<String> INPUTS =
            with(INTERACTIVE, "plain_text_input", "number_input", "email_text_input", "url_text_input");
    static final Set<String> BESIDE_TEXT = with(INTERACTIVE, "image");

    private static final Set<String> BUTTON =
            Set.of("type", "text", "action_id", "url", "value", "style", "confirm", "accessibility_label");
    private static final Set<String> SELECT = Set.of(
            "type",
            "action_id",
            "options",
            "option_groups",
            "initial_option",
            "placeholder",
            "confirm",
            "focus_on_load");
    private static final Set<String> OPTION = Set.of("text", "value", "description", "url");

    private final Set<String> actions = new HashSet<>();

    /** One of these for each block: an action_id is unique within it. */
    Elements() {}

    void check(JsonNode element, Set<String> allowed, Place place) {
        String type = Json.text(element, "type");
        if (!allowed.contains(type)) throw place.refuses(Rule.ELEMENT_TYPE, "unsupported type: " + type);
        place.longest(element, "action_id", 255, Rule.ACTION_ID_LENGTH);
        if (element.has("action_id") && !actions.add(Json.text(element, "action_id")))
            throw place.refuses(Rule.ACTION_ID_TWICE, "`action_id` already exists in this block");
        if (element.has("confirm")) Texts.confirm(element.get("confirm"), place.at("confirm"));
        if (element.has("placeholder"))
            Texts.check(element.get("placeholder"), 150, Rule.PLACEHOLDER, place.at("placeholder"));
        if (type.equals("button")) button(element, place);
        if (type.equals("static_select")) select(element, place);
        if (type.equals("image")) image(element, place);
    }

    private static void button(JsonNode button, Place place) {
        place.only(button, BUTTON);
        Texts.plain(button.path("text"), 75, Rule.BUTTON_TEXT, Rule.BUTTON_MARKUP, place.at("text"));
        place.longest(button, "value", 2000, Rule.BUTTON_VALUE);
        place.longest(button, "url", 3000, Rule.BUTTON_URL);
        if (button.has("style") && !Set.of("primary", "danger").contains(Json.text(button, "style")))
            throw place.at("style").refuses(Rule.BUTTON_STYLE, "must be a valid enum value");
    }

    private static void select(JsonNode select, Place place) {
        place.only(select, SELECT);
        JsonNode options = select.path("options");
        if (options.isEmpty() && !select.has("option_groups"))
            throw place.at("options").refuses(Rule.SELECT_OPTIONS, "no fewer than 1 items allowed");
        place.at("options").most(options, 100, Rule.SELECT_OPTIONS);
        int n = 0;
        for (JsonNode option : options) {
            Place here = place.at("options").at(n++);
            here.only(option, OPTION);
            Texts.check(option.path("text"), 75, Rule.OPTION_TEXT, here.at("text"));
            here.longest(option, "value", 150, Rule.OPTION_VALUE);
        }
    }

    static void image(JsonNode image, Place place) {
        if (Json.text(image, "alt_text").isEmpty())
            throw place.refuses(Rule.IMAGE_ALT, "missing required field: alt_text");
        place.longest(image, "alt_text", 2000, Rule.IMAGE_ALT);
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }
}
