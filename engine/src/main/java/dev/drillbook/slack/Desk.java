package dev.drillbook.slack;

import com.slack.api.methods.MethodsClient;
import dev.drillbook.slack.SlackSettings.Layout;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What every telling works with. */
final class Desk {
    final Calls calls;
    final Parcels parcels;
    final Memory memory;
    final Names names;
    final Pace pace;
    final Clock clock;
    final Curtain curtain = new Curtain();

    private final SlackSettings settings;
    private final Map<String, Outbox> outboxes = new ConcurrentHashMap<>();

    Desk(MethodsClient slack, Memory memory, SlackSettings settings, Pace pace, Clock clock) {
        this.calls = new Calls(slack);
        this.parcels = new Parcels(slack);
        this.memory = memory;
        this.names = new Names(calls);
        this.settings = settings;
        this.pace = pace;
        this.clock = clock;
    }

    /** Where drills and notices are told. */
    String front() {
        return settings.channels().get(0);
    }

    boolean givesChannels() {
        return settings.place() == Layout.CHANNEL;
    }

    /** The one of that channel. */
    Outbox outbox(String channel) {
        return outboxes.computeIfAbsent(channel, id -> new Outbox(id, pace, curtain, System::nanoTime));
    }

    /** Where one story's news for everyone go. */
    Teller front(Told told) {
        return teller(told, Place.in(told.spot(Memory.BEGIN).orElseThrow().channel()));
    }

    Teller teller(Told told, Place place) {
        return new Teller(calls, parcels, outbox(place.channel()), told, place);
    }
}
