package dev.drillbook.slack;

import dev.drillbook.control.LiveDrill;
import dev.drillbook.slack.loopback.Channel;
import dev.drillbook.slack.loopback.Message;
import dev.drillbook.timeline.Happening;
import dev.drillbook.wording.Sentences;
import dev.drillbook.wording.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What is seen of a drill in a channel. */
record Seen(LiveDrill drill, Channel channel) {
    /** The steps that its messages should tell, in order, but for its headline and its files. */
    List<String> expected() {
        Sentences sentences = new Sentences(drill.timeline(), View.RESPONDER);
        List<String> steps = new ArrayList<>(drill.timeline().entries().stream()
                .filter(entry -> sentences.of(entry).isPresent())
                .map(Lines::step)
                .toList());
        steps.addAll(List.of("outcome", "scorecard-0", "scorecard-12"));
        return steps;
    }

    /** The steps that messages do tell, in the order of the channel, and twice what was told twice. */
    List<String> steps() {
        String ours = Post.key(drill.id(), "");
        return channel.messages().stream()
                .flatMap(Seen::ids)
                .filter(id -> id.startsWith(ours))
                .map(id -> id.substring(ours.length()))
                .filter(step -> !step.equals(Memory.HEADLINE))
                .toList();
    }

    private static Stream<String> ids(Message message) {
        return StreamSupport.stream(message.content().blocks().spliterator(), false)
                .map((JsonNode block) -> block.path("block_id").asString(""));
    }

    Message message(String step) {
        return channel.messages().stream()
                .filter(message -> ids(message).anyMatch(Post.key(drill.id(), step)::equals))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no message of step " + step));
    }

    Message headline() {
        return message(Memory.HEADLINE);
    }

    /** The message that tells the first of that kind. */
    Message first(Class<? extends Happening> kind) {
        return message(
                Integer.toString(drill.timeline().first(kind).orElseThrow().seq()));
    }
}
