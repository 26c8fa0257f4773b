package dev.drillbook.slack.loopback;

import tools.jackson.databind.node.ObjectNode;

/** A modal that a person has before them. */
public record OpenView(String id, String user, ObjectNode view) {
    public String title() {
        return Json.text(view.path("title"), "text");
    }

    ObjectNode json() {
        ObjectNode json = view.deepCopy();
        json.put("id", id).put("team_id", App.TEAM).put("app_id", App.ID).put("bot_id", App.BOT);
        json.put("root_view_id", id).put("hash", "1." + id);
        if (!json.has("callback_id")) json.put("callback_id", "");
        if (!json.has("private_metadata")) json.put("private_metadata", "");
        if (!json.has("state")) json.set("state", Json.of("values", Json.of()));
        return json;
    }
}
