package dev.drillbook.slack.loopback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a message says.
 *
 * @param text as it was sent
 * @param blocks a list, empty where there are none
 */
public record Content(String text, JsonNode blocks) {
    private static final int MOST = 40_000;

    static Content of(String text) {
        return new Content(text, Json.list(List.of()));
    }

    /** @throws Refusal when Slack would not show it */
    static Content checked(String text, Optional<JsonNode> blocks) {
        Content content = new Content(text, blocks.orElseGet(() -> Json.list(List.of())));
        if (text.length() > MOST) throw Rule.TEXT_LENGTH.refusal();
        if (text.isBlank() && content.blocks.isEmpty()) throw Rule.NO_TEXT.refusal();
        BlockKit.inMessage(content.blocks);
        return new Content(text, named(content.blocks));
    }

    /** Slack gives a block_id to each block without one. */
    private static JsonNode named(JsonNode blocks) {
        JsonNode copy = blocks.deepCopy();
        int n = 0;
        for (JsonNode block : copy) {
            n++;
            if (!block.has("block_id")) ((ObjectNode) block).put("block_id", "slack" + n);
        }
        return copy;
    }

    /** The text and every text in the blocks, a line each: what a reader sees. */
    public String words() {
        List<String> words = new ArrayList<>();
        if (blocks.isEmpty()) words.add(text);
        blocks.forEach(block -> collect(block, words));
        return String.join("\n", words);
    }

    /** The element with that action_id, and in which block. */
    Optional<Pressed> element(String action) {
        for (JsonNode block : blocks) {
            List<JsonNode> candidates = new ArrayList<>();
            block.path("elements").forEach(candidates::add);
            candidates.add(block.path("accessory"));
            for (JsonNode element : candidates)
                if (Json.text(element, "action_id").equals(action))
                    return Optional.of(new Pressed(Json.text(block, "block_id"), (ObjectNode) element));
        }
        return Optional.empty();
    }

    record Pressed(String block, ObjectNode element) {}

    private static void collect(JsonNode node, List<String> words) {
        if (node.path("text").isString()) words.add(Json.text(node, "text"));
        else node.forEach(child -> collect(child, words));
    }
}
