package dev.drillbook.slack.loopback;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Blocks, read as strictly as Slack does. Rich text, tables, files and videos pass by their type alone. */
final class BlockKit {
    private interface Check {
        void on(JsonNode block, Place place);
    }

    private static final Set<String> UNREAD = Set.of("rich_text", "table", "file", "video", "context_actions");
    private static final Map<String, Check> CHECKS = Map.of(
            "section", BlockKit::section,
            "actions", BlockKit::actions,
            "context", BlockKit::context,
            "header", BlockKit::header,
            "divider", (block, place) -> fields(block, place),
            "image", BlockKit::image,
            "input", BlockKit::input,
            "markdown", BlockKit::markdown);

    private BlockKit() {}

    /** @throws Refusal for the first thing that is wrong */
    static void inMessage(JsonNode blocks) {
        check(blocks, 50, Rule.BLOCK_COUNT, new Place("/blocks", "invalid_blocks"));
    }

    /** @throws Refusal for the first thing that is wrong */
    static void inView(JsonNode blocks) {
        check(blocks, 100, Rule.VIEW_BLOCKS, new Place("/view/blocks", "invalid_arguments"));
    }

    private static void check(JsonNode blocks, int most, Rule tooMany, Place place) {
        place.most(blocks, most, tooMany);
        Set<String> ids = new HashSet<>();
        int n = 0;
        for (JsonNode block : blocks) {
            Place here = place.at(n++);
            String type = Json.text(block, "type");
            here.longest(block, "block_id", 255, Rule.BLOCK_ID_LENGTH);
            if (block.has("block_id") && !ids.add(Json.text(block, "block_id")))
                throw here.refuses(Rule.BLOCK_ID_TWICE, "`block_id` already exists");
            if (CHECKS.containsKey(type)) CHECKS.get(type).on(block, here);
            else if (!UNREAD.contains(type)) throw here.refuses(Rule.BLOCK_TYPE, "unsupported type: " + type);
        }
    }

    private static void section(JsonNode block, Place place) {
        fields(block, place, "text", "fields", "accessory", "expand");
        if (!block.has("text") && !block.has("fields"))
            throw place.refuses(Rule.SECTION_EMPTY, "missing required field: text");
        if (block.has("text")) Texts.check(block.get("text"), 3000, Rule.SECTION_TEXT, place.at("text"));
        place.at("fields").most(block.path("fields"), 10, Rule.SECTION_FIELDS);
        int n = 0;
        for (JsonNode field : block.path("fields"))
            Texts.check(field, 2000, Rule.SECTION_FIELD_TEXT, place.at("fields").at(n++));
        if (block.has("accessory"))
            new Elements().check(block.get("accessory"), Elements.BESIDE_TEXT, place.at("accessory"));
    }

    private static void actions(JsonNode block, Place place) {
        fields(block, place, "elements");
        if (block.path("elements").isEmpty())
            throw place.refuses(Rule.ACTIONS_ELEMENTS, "no fewer than 1 items allowed");
        place.at("elements").most(block.path("elements"), 25, Rule.ACTIONS_ELEMENTS);
        Elements elements = new Elements();
        int n = 0;
        for (JsonNode element : block.path("elements"))
            elements.check(element, Elements.INTERACTIVE, place.at("elements").at(n++));
    }

    private static void context(JsonNode block, Place place) {
        fields(block, place, "elements");
        if (block.path("elements").isEmpty())
            throw place.refuses(Rule.CONTEXT_ELEMENTS, "no fewer than 1 items allowed");
        place.at("elements").most(block.path("elements"), 10, Rule.CONTEXT_ELEMENTS);
        int n = 0;
        for (JsonNode element : block.path("elements")) {
            Place here = place.at("elements").at(n++);
            if (Json.text(element, "type").equals("image")) Elements.image(element, here);
            else Texts.check(element, 3000, Rule.TEXT_OBJECT, here);
        }
    }

    private static void header(JsonNode block, Place place) {
        fields(block, place, "text");
        Texts.plain(block.path("text"), 150, Rule.HEADER_TEXT, Rule.HEADER_MARKUP, place.at("text"));
    }

    private static void image(JsonNode block, Place place) {
        fields(block, place, "image_url", "slack_file", "alt_text", "title");
        Elements.image(block, place);
    }

    private static void input(JsonNode block, Place place) {
        fields(block, place, "label", "element", "dispatch_action", "hint", "optional");
        Texts.check(block.path("label"), 2000, Rule.INPUT_LABEL, place.at("label"));
        new Elements().check(block.path("element"), Elements.INPUTS, place.at("element"));
    }

    private static void markdown(JsonNode block, Place place) {
        fields(block, place, "text");
        place.longest(block, "text", 12_000, Rule.MARKDOWN_TEXT);
    }

    private static void fields(JsonNode block, Place place, String... more) {
        Set<String> all = new HashSet<>(Set.of(more));
        all.add("type");
        all.add("block_id");
        place.only(block, all);
    }
}
