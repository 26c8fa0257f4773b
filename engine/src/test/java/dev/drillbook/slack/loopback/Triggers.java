package dev.drillbook.slack.loopback;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What lets an app open a view: once, within three seconds of a person's act. Callers hold the workspace's lock. */
final class Triggers {
    private static final Duration LIFE = Duration.ofSeconds(3);

    private record Trigger(Instant given, String user, boolean used) {}

    private final Workspace workspace;
    private final Map<String, Trigger> given = new HashMap<>();

    Triggers(Workspace workspace) {
        this.workspace = workspace;
    }

    String give(String user) {
        String id = workspace.name("1.2.");
        given.put(id, new Trigger(workspace.now(), user, false));
        return id;
    }

    /**
     * @return whose act it was
     * @throws Refusal when it is unknown, used or old
     */
    String use(String id) {
        Trigger trigger = given.get(id);
        if (trigger == null) throw Rule.TRIGGER_UNKNOWN.refusal();
        if (trigger.used()) throw Rule.TRIGGER_USED.refusal();
        if (trigger.given().plus(LIFE).isBefore(workspace.now())) throw Rule.TRIGGER_EXPIRED.refusal();
        given.put(id, new Trigger(trigger.given(), trigger.user(), true));
        return trigger.user();
    }
}
