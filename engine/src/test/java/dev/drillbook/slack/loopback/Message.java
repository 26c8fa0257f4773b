package dev.drillbook.slack.loopback;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as it stands; an edit makes another of the same {@code ts}.
 *
 * @param ts Slack's time and name of it: seconds and microseconds
 * @param thread the ts of the thread's first message, or empty
 * @param earlier what it said before each edit, oldest first
 * @param reactions who reacted, by the emoji's name
 */
public record Message(
        String channel,
        String ts,
        String thread,
        Author author,
        Content content,
        List<Content> earlier,
        List<SharedFile> files,
        Map<String, Set<String>> reactions) {

    public String text() {
        return content.text();
    }

    /** All that a reader sees of it. */
    public String words() {
        return content.words();
    }

    Message saying(Content now) {
        List<Content> before = new ArrayList<>(earlier);
        before.add(content);
        return new Message(channel, ts, thread, author, now, List.copyOf(before), files, reactions);
    }

    Message reacted(String emoji, String user) {
        Map<String, Set<String>> all = new TreeMap<>(reactions);
        Set<String> users = new TreeSet<>(all.getOrDefault(emoji, Set.of()));
        users.add(user);
        all.put(emoji, Set.copyOf(users));
        return new Message(channel, ts, thread, author, content, earlier, files, Map.copyOf(all));
    }

    boolean isReply() {
        return !thread.isEmpty() && !thread.equals(ts);
    }

    ObjectNode json() {
        ObjectNode json = Json.of("type", "message", "user", author.user(), "ts", ts, "text", text(), "team", App.TEAM);
        if (author.bot()) json.put("bot_id", App.BOT).put("app_id", App.ID);
        if (!author.persona().isEmpty()) json.put("username", author.persona()).put("subtype", "bot_message");
        if (!files.isEmpty()) json.put("subtype", "file_share");
        if (!thread.isEmpty()) json.put("thread_ts", thread);
        if (!content.blocks().isEmpty()) json.set("blocks", content.blocks());
        if (!files.isEmpty())
            json.set("files", Json.list(files.stream().map(SharedFile::json).toList()));
        if (!earlier.isEmpty()) json.set("edited", Json.of("user", author.user(), "ts", ts));
        if (!reactions.isEmpty())
            json.set(
                    "reactions",
                    Json.list(reactions.entrySet().stream()
                            .map(r -> Json.of(
                                    "name",
                                    r.getKey(),
                                    "users",
                                    r.getValue(),
                                    "count",
                                    r.getValue().size()))
                            .toList()));
        return json;
    }
}
