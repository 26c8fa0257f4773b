package dev.drillbook.slack.loopback;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** For each rule of Block Kit, blocks that break it and no other. */
final class BadBlocks {
    private BadBlocks() {}

    static Map<Rule, String> all() {
        Map<Rule, String> bad = new EnumMap<>(Rule.class);
        bad.put(Rule.BLOCK_COUNT, list(51, "{'type':'divider'}"));
        bad.put(Rule.BLOCK_TYPE, "[{'type':'marquee'}]");
        bad.put(Rule.BLOCK_FIELD, "[{'type':'divider','color':'red'}]");
        bad.put(Rule.BLOCK_ID_LENGTH, "[{'type':'divider','block_id':'" + x(256) + "'}]");
        bad.put(Rule.BLOCK_ID_TWICE, "[{'type':'divider','block_id':'a'},{'type':'divider','block_id':'a'}]");
        bad.put(Rule.SECTION_EMPTY, "[{'type':'section'}]");
        bad.put(Rule.SECTION_TEXT, "[{'type':'section','text':" + text(3001) + "}]");
        bad.put(Rule.SECTION_FIELDS, "[{'type':'section','fields':" + list(11, text(1)) + "}]");
        bad.put(Rule.SECTION_FIELD_TEXT, "[{'type':'section','fields':[" + text(2001) + "]}]");
        bad.put(Rule.ACTIONS_ELEMENTS, actions(list(26, button(""))));
        bad.put(Rule.CONTEXT_ELEMENTS, "[{'type':'context','elements':" + list(11, text(1)) + "}]");
        bad.put(Rule.HEADER_TEXT, "[{'type':'header','text':" + plain(151) + "}]");
        bad.put(Rule.HEADER_MARKUP, "[{'type':'header','text':" + text(1) + "}]");
        bad.put(Rule.IMAGE_ALT, "[{'type':'image','image_url':'https://example.org/a.png'}]");
        bad.put(
                Rule.INPUT_LABEL,
                "[{'type':'input','label':" + plain(2001) + ",'element':{'type':'plain_text_input'}}]");
        bad.put(Rule.MARKDOWN_TEXT, "[{'type':'markdown','text':'" + x(12_001) + "'}]");
        bad.put(Rule.ELEMENT_TYPE, actions("[{'type':'lever'}]"));
        bad.put(Rule.ACTION_ID_LENGTH, actions("[" + button(",'action_id':'" + x(256) + "'") + "]"));
        bad.put(Rule.ACTION_ID_TWICE, actions(list(2, button(",'action_id':'a'"))));
        bad.put(Rule.BUTTON_TEXT, actions("[{'type':'button','text':" + plain(76) + "}]"));
        bad.put(Rule.BUTTON_MARKUP, actions("[{'type':'button','text':" + text(1) + "}]"));
        bad.put(Rule.BUTTON_VALUE, actions("[" + button(",'value':'" + x(2001) + "'") + "]"));
        bad.put(Rule.BUTTON_URL, actions("[" + button(",'url':'https://example.org/" + x(3000) + "'") + "]"));
        bad.put(Rule.BUTTON_STYLE, actions("[" + button(",'style':'warning'") + "]"));
        bad.put(Rule.SELECT_OPTIONS, select(list(101, option(1, 1)), ""));
        bad.put(Rule.PLACEHOLDER, select("[" + option(1, 1) + "]", ",'placeholder':" + plain(151)));
        bad.put(Rule.TEXT_TYPE, "[{'type':'section','text':{'type':'html','text':'x'}}]");
        bad.put(Rule.TEXT_EMPTY, "[{'type':'section','text':" + text(0) + "}]");
        bad.put(Rule.TEXT_OBJECT, "[{'type':'context','elements':[" + text(3001) + "]}]");
        bad.put(Rule.OPTION_TEXT, select("[" + option(76, 1) + "]", ""));
        bad.put(Rule.OPTION_VALUE, select("[" + option(1, 151) + "]", ""));
        bad.put(
                Rule.CONFIRM_FIELDS,
                confirm("{'title':" + plain(1) + ",'text':" + plain(1) + ",'deny':" + plain(1) + "}"));
        bad.put(Rule.CONFIRM_TITLE, confirm(dialog(101, 1, 1, 1)));
        bad.put(Rule.CONFIRM_TEXT, confirm(dialog(1, 301, 1, 1)));
        bad.put(Rule.CONFIRM_BUTTON, confirm(dialog(1, 1, 1, 31)));
        bad.replaceAll((rule, blocks) -> json(blocks));
        return bad;
    }

    static String json(String withApostrophes) {
        return withApostrophes.replace('\'', '"');
    }

    static String x(int length) {
        return "x".repeat(length);
    }

    static String text(int length) {
        return "{'type':'mrkdwn','text':'" + x(length) + "'}";
    }

    static String plain(int length) {
        return "{'type':'plain_text','text':'" + x(length) + "'}";
    }

    static String list(int size, String item) {
        return IntStream.range(0, size).mapToObj(n -> item).collect(Collectors.joining(",", "[", "]"));
    }

    static String button(String more) {
        return "{'type':'button','text':" + plain(75) + more + "}";
    }

    static String actions(String elements) {
        return "[{'type':'actions','elements':" + elements + "}]";
    }

    static String option(int text, int value) {
        return "{'text':" + plain(text) + ",'value':'" + x(value) + "'}";
    }

    static String select(String options, String more) {
        return actions("[{'type':'static_select','options':" + options + more + "}]");
    }

    static String dialog(int title, int text, int confirm, int deny) {
        return "{'title':" + plain(title) + ",'text':" + plain(text) + ",'confirm':" + plain(confirm) + ",'deny':"
                + plain(deny) + "}";
    }

    static String confirm(String dialog) {
        return actions("[" + button(",'confirm':" + dialog) + "]");
    }
}
