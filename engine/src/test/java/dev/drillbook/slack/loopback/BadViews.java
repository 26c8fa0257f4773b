package dev.drillbook.slack.loopback;

import java.util.EnumMap;
import java.util.Map;

/** For each rule of modals, a view that breaks it and no other. */
final class BadViews {
    private BadViews() {}

    static Map<Rule, String> all() {
        Map<Rule, String> bad = new EnumMap<>(Rule.class);
        String title = "'title':" + BadBlocks.plain(24);
        bad.put(Rule.VIEW_TYPE, "{'type':'home'," + title + ",'blocks':[]}");
        bad.put(Rule.VIEW_TITLE, "{'type':'modal','title':" + BadBlocks.plain(25) + ",'blocks':[]}");
        bad.put(Rule.VIEW_BUTTON, modal(title, ",'submit':" + BadBlocks.plain(25), "[]"));
        bad.put(
                Rule.VIEW_SUBMIT,
                modal(
                        title,
                        "",
                        "[{'type':'input','label':" + BadBlocks.plain(1) + ",'element':{'type':'plain_text_input'}}]"));
        bad.put(Rule.VIEW_BLOCKS, modal(title, "", BadBlocks.list(101, "{'type':'divider'}")));
        bad.put(Rule.VIEW_METADATA, modal(title, ",'private_metadata':'" + BadBlocks.x(3001) + "'", "[]"));
        bad.put(Rule.VIEW_CALLBACK, modal(title, ",'callback_id':'" + BadBlocks.x(256) + "'", "[]"));
        bad.replaceAll((rule, view) -> BadBlocks.json(view));
        return bad;
    }

    static String good() {
        return BadBlocks.json(modal("'title':" + BadBlocks.plain(24), "", BadBlocks.list(100, "{'type':'divider'}")));
    }

    private static String modal(String title, String more, String blocks) {
        return "{'type':'modal'," + title + more + ",'blocks':" + blocks + "}";
    }
}
