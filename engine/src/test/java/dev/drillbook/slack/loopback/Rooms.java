package dev.drillbook.slack.loopback;

/** Finds channels and messages for the app, which does not see all. */
record Rooms(Workspace workspace) {
    /** @throws Refusal when the app may not know that there is such a channel */
    Channel visible(String reference) {
        return workspace
                .channel(reference)
                .filter(channel -> !channel.hidden() || channel.has(App.USER))
                .orElseThrow(Rule.CHANNEL::refusal);
    }

    /** @throws Refusal when the app is not in it */
    Channel joined(String reference) {
        Channel channel = visible(reference);
        if (!channel.has(App.USER)) throw Rule.MEMBER.refusal();
        return channel;
    }

    /** @throws Refusal when that token may not write there */
    Channel writable(String reference, Token asker) {
        Channel channel = visible(reference);
        if (!channel.has(App.USER) && !asker.scopes().contains("chat:write.public")) throw Rule.MEMBER.refusal();
        if (channel.archived()) throw Rule.ARCHIVED.refusal();
        return channel;
    }

    Message message(Channel channel, String ts) {
        return channel.message(ts).orElseThrow(Rule.MESSAGE::refusal);
    }

    Person person(String id) {
        return workspace.person(id).orElseThrow(Rule.USER::refusal);
    }
}
