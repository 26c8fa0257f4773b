package dev.drillbook.slack;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import com.slack.api.util.json.GsonFactory;
import dev.drillbook.runbook.Invalid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message that somebody pinned, read from Slack's own words: Bolt's event lacks the thread.
 *
 * @param key of the message: pinned again, it is not another one
 * @param user who pinned it
 * @param author who wrote it; ourselves or another app where a bot did
 * @param at when it was written
 */
record Pin(
        String key,
        String team,
        String user,
        String channel,
        Optional<String> thread,
        Optional<String> author,
        String text,
        Instant at,
        boolean isOurs) {
    private static final Gson GSON = GsonFactory.createSnakeCase();

    // Slack's form

    private record Payload(String teamId, Event event, List<Authorization> authorizations) {}

    private record Event(String user, String channelId, Item item) {}

    private record Item(Message message) {}

    private record Message(String user, String botId, String text, String ts, String threadTs) {}

    private record Authorization(String userId) {}

    /** Empty for what is no message, such as a file. @throws Invalid when it is no pin */
    static Optional<Pin> of(String body) {
        try {
            Payload payload = GSON.fromJson(body, Payload.class);
            return Optional.ofNullable(payload.event().item().message()).map(message -> of(payload, message));
        } catch (JsonSyntaxException | NullPointerException e) {
            throw new Invalid("this is no pin_added of Slack's", e);
        }
    }

    private static Pin of(Payload payload, Message message) {
        Event event = payload.event();
        boolean ours = payload.authorizations() != null
                && payload.authorizations().stream()
                        .anyMatch(each -> event.user().equals(each.userId()));
        return new Pin(
                "pin " + event.channelId() + " " + message.ts(),
                payload.teamId(),
                event.user(),
                event.channelId(),
                Optional.ofNullable(message.threadTs()),
                Optional.ofNullable(message.user()).filter(user -> message.botId() == null),
                message.text() == null || message.text().isBlank() ? "a message without words" : message.text(),
                Stamp.instant(message.ts()),
                ours);
    }
}
