package dev.drillbook.slack.loopback;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code views.*}, and the modals that are open. */
final class Views {
    private static final Place PLACE = new Place("/view", "invalid_arguments");

    private final Workspace workspace;
    private final Triggers triggers;
    private final Map<String, OpenView> open = new LinkedHashMap<>();

    Views(Workspace workspace, Triggers triggers) {
        this.workspace = workspace;
        this.triggers = triggers;
    }

    Map<String, Method> all() {
        return Map.of("views.open", Method.bot("", this::open), "views.update", Method.bot("", this::update));
    }

    List<OpenView> shown() {
        synchronized (workspace) {
            return List.copyOf(open.values());
        }
    }

    void close(String id) {
        open.remove(id);
    }

    /** @throws Refusal when the view is not as it must be, or there is none of that id */
    OpenView replace(String id, JsonNode view) {
        check(view);
        OpenView before = Optional.ofNullable(open.get(id)).orElseThrow(Rule.VIEW_UNKNOWN::refusal);
        OpenView now = new OpenView(id, before.user(), (ObjectNode) view);
        open.put(id, now);
        return now;
    }

    private ObjectNode open(Token asker, Args args) {
        JsonNode view = args.json("view").orElseThrow(() -> Rule.ARGUMENT.refusal("missing required field: view"));
        check(view);
        String user = triggers.use(args.need("trigger_id"));
        OpenView opened = new OpenView(workspace.name("V"), user, (ObjectNode) view);
        open.put(opened.id(), opened);
        return Json.of("view", opened.json());
    }

    private ObjectNode update(Token asker, Args args) {
        JsonNode view = args.json("view").orElseThrow(() -> Rule.ARGUMENT.refusal("missing required field: view"));
        return Json.of("view", replace(args.need("view_id"), view).json());
    }

    private static void check(JsonNode view) {
        if (!Json.text(view, "type").equals("modal")) throw PLACE.refuses(Rule.VIEW_TYPE, "unsupported type");
        if (!view.has("title")) throw PLACE.refuses(Rule.VIEW_TITLE, "missing required field: title");
        Texts.plain(view.get("title"), 24, Rule.VIEW_TITLE, Rule.VIEW_TITLE, PLACE.at("title"));
        for (String button : List.of("submit", "close"))
            if (view.has(button))
                Texts.plain(view.get(button), 24, Rule.VIEW_BUTTON, Rule.VIEW_BUTTON, PLACE.at(button));
        PLACE.longest(view, "private_metadata", 3000, Rule.VIEW_METADATA);
        PLACE.longest(view, "callback_id", 255, Rule.VIEW_CALLBACK);
        BlockKit.inView(view.path("blocks"));
        for (JsonNode block : view.path("blocks"))
            if (Json.text(block, "type").equals("input") && !view.has("submit"))
                throw PLACE.refuses(Rule.VIEW_SUBMIT, "missing required field: submit");
    }
}
