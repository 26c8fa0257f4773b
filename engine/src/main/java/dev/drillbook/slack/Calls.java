package dev.drillbook.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The methods of Slack that the telling needs. Each throws {@link NotOk} where Slack says no. */
final class Calls {
    private static final int PAGE = 200;

    /** Slack answers about fifty calls a minute; what is told twice is better than what waits for that. */
    private static final int MOST_PAGES = 40;

    private final MethodsClient slack;

    Calls(MethodsClient slack) {
        this.slack = slack;
    }

    /** A call of the SDK. */
    interface Call<R> {
        R answer() throws IOException, SlackApiException;
    }

    /** @throws NotOk where Slack says no @throws Garbled where the answer is none of Slack's */
    static <R extends SlackApiTextResponse> R ok(Call<R> call) throws IOException, SlackApiException, NotOk {
        R answer = answer(call);
        if (!answer.isOk())
            throw new NotOk(
                    String.valueOf(answer.getError()),
                    Optional.ofNullable(answer.getNeeded()).orElse(""));
        return answer;
    }

    private static <R> R answer(Call<R> call) throws IOException, SlackApiException {
        try {
            return call.answer();
        } catch (JsonParseException | NullPointerException e) { // what the SDK makes of a page, and of nothing at all
            throw new Garbled(e);
        }
    }

    /** @return its ts. Without the right to speak as others (chat:write.customize), it comes from us */
    String post(Place place, Post post) throws IOException, SlackApiException, NotOk {
        try {
            return post(place, post, post.persona());
        } catch (NotOk refused) {
            if (post.persona().isEmpty() || !refused.error().equals("missing_scope")) throw refused;
            return post(place, post, Optional.empty());
        }
    }

    private String post(Place place, Post post, Optional<Persona> persona)
            throws IOException, SlackApiException, NotOk {
        ChatPostMessageResponse answer = ok(() -> slack.chatPostMessage(message -> message.channel(place.channel())
                .threadTs(place.thread().orElse(null))
                .text(post.text())
                .mrkdwn(false)
                .unfurlLinks(false)
                .unfurlMedia(false)
                .username(persona.map(Persona::name).orElse(null))
                .iconEmoji(persona.map(Persona::icon).orElse(null))
                .blocks(post.blocks())));
        return answer.getTs();
    }

    void edit(Spot message, Post post) throws IOException, SlackApiException, NotOk {
        ok(() -> slack.chatUpdate(edit -> edit.channel(message.channel())
                .ts(message.ts())
                .text(post.text())
                .blocks(post.blocks())));
    }

    /** The ts of the message of ours that carries this key, in its first block or as the title of a file. */
    Optional<String> find(Place place, Optional<String> after, String key)
            throws IOException, SlackApiException, NotOk {
        Predicate<Message> isIt = message -> Optional.ofNullable(message.getBlocks()).orElse(List.of()).stream()
                        .anyMatch(block -> key.equals(block.getBlockId()))
                || Optional.ofNullable(message.getFiles()).orElse(List.of()).stream()
                        .anyMatch(file -> key.equals(file.getTitle()));
        String cursor = "";
        for (int page = 1; page <= MOST_PAGES; page++) {
            Page messages = page(place, after, cursor);
            Optional<String> found =
                    messages.all().stream().filter(isIt).map(Message::getTs).findFirst();
            cursor = messages.next();
            if (found.isPresent() || cursor.isEmpty()) return found;
        }
        return Optional.empty();
    }

    /** @param next where the next page begins; empty after the last one */
    private record Page(List<Message> all, String next) {
        static Page of(List<Message> all, ResponseMetadata about) {
            return new Page(
                    all,
                    Optional.ofNullable(about)
                            .map(ResponseMetadata::getNextCursor)
                            .orElse(""));
        }
    }

    private Page page(Place place, Optional<String> after, String cursor) throws IOException, SlackApiException, NotOk {
        if (place.thread().isEmpty()) {
            var answer = ok(() -> slack.conversationsHistory(history -> history.channel(place.channel())
                    .oldest(after.orElse(null))
                    .cursor(cursor)
                    .limit(PAGE)));
            return Page.of(answer.getMessages(), answer.getResponseMetadata());
        }
        var answer = ok(() -> slack.conversationsReplies(thread -> thread.channel(place.channel())
                .ts(place.thread().get())
                .oldest(after.orElse(null))
                .cursor(cursor)
                .limit(PAGE)));
        return Page.of(answer.getMessages(), answer.getResponseMetadata());
    }

    /** @return its id */
    String createChannel(String name) throws IOException, SlackApiException, NotOk {
        return ok(() -> slack.conversationsCreate(create -> create.name(name)))
                .getChannel()
                .getId();
    }

    void topic(String channel, String topic) throws IOException, SlackApiException, NotOk {
        ok(() -> slack.conversationsSetTopic(set -> set.channel(channel).topic(topic)));
    }

    void invite(String channel, String member) throws IOException, SlackApiException, NotOk {
        ok(() -> slack.conversationsInvite(invite -> invite.channel(channel).users(List.of(member))));
    }

    /** What a member calls themself. */
    String name(String member) throws IOException, SlackApiException, NotOk {
        var user = ok(() -> slack.usersInfo(who -> who.user(member))).getUser();
        return Optional.ofNullable(user.getProfile().getDisplayName())
                .filter(name -> !name.isBlank())
                .or(() -> Optional.ofNullable(user.getRealName()))
                .orElse(user.getName());
    }
}
