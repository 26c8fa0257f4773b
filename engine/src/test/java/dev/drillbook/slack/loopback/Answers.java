package dev.drillbook.slack.loopback;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Shows people what an app said with its ack, or that it said nothing. Callers hold the workspace's lock. */
final class Answers {
    private final Workspace workspace;
    private final Writing writing;
    private final Views views;

    Answers(Workspace workspace, Writing writing, Views views) {
        this.workspace = workspace;
        this.writing = writing;
        this.views = views;
    }

    /** @throws Refusal when Slack does not take it */
    void take(Delivery delivery, JsonNode words) {
        if (!words.isEmpty() && !delivery.takesPayload()) throw Rule.ACK_PAYLOAD.refusal();
        if (delivery.kind() == Delivery.Kind.SLASH && !words.isEmpty()) command(delivery, words);
        if (delivery.type().equals("view_submission")) submission(delivery, words);
    }

    private void command(Delivery delivery, JsonNode words) {
        try {
            Content content = Content.checked(
                    Json.text(words, "text"),
                    Optional.ofNullable(words.get("blocks")).filter(JsonNode::isArray));
            say(delivery, content, Json.text(words, "response_type").equals("in_channel"), "");
        } catch (Refusal refusal) {
            delivery.fails(refusal.code());
            failed(delivery);
            throw refusal;
        }
    }

    /** To all in the channel, or to the person alone. */
    void say(Delivery delivery, Content content, boolean toAll, String thread) {
        Channel channel = workspace.channel(channel(delivery)).orElseThrow(Rule.CHANNEL::refusal);
        if (toAll) writing.post(channel, Author.app(), content, thread);
        else delivery.shows(writing.whisper(channel, user(delivery), content, thread, true));
    }

    private void submission(Delivery delivery, JsonNode words) {
        String id = Json.text(delivery.payload().path("view"), "id");
        String action = Json.text(words, "response_action");
        if (action.equals("update")) views.replace(id, words.path("view"));
        else if (!action.equals("errors")) views.close(id);
    }

    /** Slack tells the person itself. */
    void failed(Delivery delivery) {
        workspace.channel(channel(delivery)).ifPresent(channel -> {
            String words = delivery.type() + " failed with the error \"" + delivery.failure() + "\"";
            delivery.shows(writing.whisper(channel, user(delivery), Content.of(words), "", false));
        });
    }

    private static String channel(Delivery delivery) {
        String id = Json.text(delivery.payload(), "channel_id");
        return id.isEmpty() ? Json.text(delivery.payload().path("channel"), "id") : id;
    }

    private static String user(Delivery delivery) {
        String id = Json.text(delivery.payload(), "user_id");
        return id.isEmpty() ? Json.text(delivery.payload().path("user"), "id") : id;
    }
}
