package dev.drillbook.slack;

import com.slack.api.methods.SlackApiException;
import dev.drillbook.timeline.Happening.Opened;
import dev.drillbook.timeline.Timeline;
import java.io.IOException;
import java.util.Optional;

/** The channel of a drill's own, where the settings want one: made once, named, and announced in the first channel. */
final class Room {
    private static final int MOST_NAMES = 20;

    private final Desk desk;
    private final Told told;
    private final Opened opened;
    private final Outbox front;

    Room(Desk desk, Told told, Timeline timeline) {
        this.desk = desk;
        this.told = told;
        this.opened = timeline.opened();
        this.front = desk.outbox(desk.front());
    }

    /** The channel's id; the first channel's where Slack gives us none. */
    String open() throws InterruptedException {
        if (told.spot(Memory.CHANNEL).isEmpty()) make();
        String channel = told.spot(Memory.CHANNEL).orElseThrow().channel();
        if (!channel.equals(desk.front())) announce(channel);
        return channel;
    }

    /** One whose making was lost on the way stays empty: the next free name is taken. */
    private void make() throws InterruptedException {
        Optional<String> made = Optional.of("");
        for (int number = 1; made.equals(Optional.of("")) && number <= MOST_NAMES; number++) {
            String name = "drill-" + opened.drill() + (number == 1 ? "" : "-again-" + number);
            made = front.ask("the channel " + name, again -> created(name));
        }
        told.add(Memory.CHANNEL, new Spot(made.filter(id -> !id.isEmpty()).orElse(desk.front()), ""));
    }

    /** Empty when that name is taken. */
    private String created(String name) throws IOException, SlackApiException, NotOk {
        try {
            return desk.calls.createChannel(name);
        } catch (NotOk refused) {
            if (!refused.error().equals("name_taken")) throw refused;
            return "";
        }
    }

    private void announce(String channel) throws InterruptedException {
        desk.front(told)
                .tell(Post.draft(opened.drill(), "announced")
                        .small(Marks.of(opened.drill()))
                        .text("A drill begins: " + opened.brief().title())
                        .markup("Come to <#" + channel + ">")
                        .saying("DRILL " + opened.drill() + " begins: "
                                + opened.brief().title()));
        if (told.has("furnished")) return;
        String topic = "DRILL " + opened.drill() + ", not a real incident: "
                + opened.brief().title();
        desk.outbox(channel).ask("the topic", again -> {
            desk.calls.topic(channel, Shown.escaped(topic, Shown.TOPIC));
            return channel;
        });
        if (Names.isMember(opened.startedBy()))
            desk.outbox(channel).ask("the invitation", again -> {
                desk.calls.invite(channel, opened.startedBy());
                return channel;
            });
        told.add("furnished", new Spot(channel, ""));
    }
}
