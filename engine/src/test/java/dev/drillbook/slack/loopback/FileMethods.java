package dev.drillbook.slack.loopback;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code files.*}: the first and the third step. */
final class FileMethods {
    private final Workspace workspace;
    private final Writing writing;
    private final Uploads uploads;
    private final Supplier<String> base;

    /** @param base where this Slack listens */
    FileMethods(Workspace workspace, Writing writing, Uploads uploads, Supplier<String> base) {
        this.workspace = workspace;
        this.writing = writing;
        this.uploads = uploads;
        this.base = base;
    }

    Map<String, Method> all() {
        return Map.of(
                "files.getUploadURLExternal",
                        Method.bot("files:write", this::announce).formOnly(),
                "files.completeUploadExternal", Method.bot("files:write", this::complete));
    }

    private ObjectNode announce(Token asker, Args args) {
        String name = args.need("filename");
        int length = Integer.parseInt(args.need("length"));
        if (length <= 0) throw Rule.UPLOAD_EMPTY.refusal();
        String altText = args.text("alt_txt").or(() -> args.text("alt_text")).orElse("");
        if (altText.length() > 1000) throw Rule.UPLOAD_ALT.refusal();
        String id = workspace.name("F");
        return Json.of("upload_url", base.get() + uploads.announce(id, name, altText, length), "file_id", id);
    }

    private ObjectNode complete(Token asker, Args args) {
        JsonNode wanted = args.json("files").orElseThrow(() -> Rule.ARGUMENT.refusal("missing required field: files"));
        Set<String> places = new LinkedHashSet<>();
        args.text("channel_id").ifPresent(places::add);
        args.text("channels").ifPresent(list -> places.addAll(List.of(list.split(","))));
        Rooms rooms = new Rooms(workspace);
        List<Channel> channels =
                places.stream().map(place -> rooms.writable(place, asker)).toList();
        List<SharedFile> files = new ArrayList<>();
        for (JsonNode one : wanted) files.add(uploads.take(Json.text(one, "id"), Json.text(one, "title")));
        String comment = args.textOr("initial_comment", "");
        Content content = args.json("blocks").isPresent() && comment.isEmpty()
                ? Content.checked("", args.json("blocks"))
                : Content.of(comment);
        for (Channel channel : channels)
            writing.post(channel, Author.app(), content, args.textOr("thread_ts", ""), files);
        return Json.of("files", files.stream().map(SharedFile::json).toList());
    }
}
