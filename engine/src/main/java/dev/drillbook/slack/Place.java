package dev.drillbook.slack;

import java.util.Optional;

/** Where messages go. @param thread the ts of the message under which they stand */
record Place(String channel, Optional<String> thread) {
    static Place in(String channel) {
        return new Place(channel, Optional.empty());
    }

    /** Under a message that Slack took; else beside it. */
    Place under(Spot message) {
        return new Place(channel, Optional.of(message.ts()).filter(ts -> !ts.isEmpty()));
    }
}
