package dev.drillbook.slack.loopback;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** A channel, and what is in it now. What it gives out are copies. */
public final class Channel {
    private final Workspace workspace;
    private final String id;
    private final String name;
    private final boolean hidden;
    private final Set<String> members = new LinkedHashSet<>();
    private final List<Message> messages = new ArrayList<>();
    private final List<Ephemeral> ephemerals = new ArrayList<>();
    private final Set<String> pins = new LinkedHashSet<>();
    private String topic = "";
    private String purpose = "";
    private boolean archived;

    Channel(Workspace workspace, String id, String name, boolean hidden) {
        this.workspace = workspace;
        this.id = id;
        this.name = name;
        this.hidden = hidden;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Messages in the order of their ts; deleted ones are gone. */
    public List<Message> messages() {
        synchronized (workspace) {
            return List.copyOf(messages);
        }
    }

    /** A thread's messages, its first one included. */
    public List<Message> thread(Message first) {
        return messages().stream()
                .filter(m -> m.ts().equals(first.ts()) || m.thread().equals(first.ts()))
                .toList();
    }

    public Optional<Message> message(String ts) {
        return messages().stream().filter(m -> m.ts().equals(ts)).findFirst();
    }

    /**
     * The first message for which that is true, now or within a minute.
     *
     * @throws AssertionError when none comes
     */
    public Message awaits(Predicate<Message> wanted) {
        workspace.until(() -> messages().stream().anyMatch(wanted), "a message in #" + name + " among " + messages());
        return messages().stream().filter(wanted).findFirst().orElseThrow();
    }

    /** What only that person saw here. */
    public List<Ephemeral> seenOnlyBy(String user) {
        synchronized (workspace) {
            return ephemerals.stream().filter(e -> e.user().equals(user)).toList();
        }
    }

    /** Pinned messages, first pinned first. */
    public List<Message> pinned() {
        synchronized (workspace) {
            return pins.stream().map(this::message).flatMap(Optional::stream).toList();
        }
    }

    /** All files shared here, in order. */
    public List<SharedFile> files() {
        return messages().stream().flatMap(m -> m.files().stream()).toList();
    }

    public Set<String> members() {
        synchronized (workspace) {
            return Set.copyOf(members);
        }
    }

    public void expels(String user) {
        synchronized (workspace) {
            members.remove(user);
        }
    }

    public String topic() {
        synchronized (workspace) {
            return topic;
        }
    }

    public String purpose() {
        synchronized (workspace) {
            return purpose;
        }
    }

    public boolean archived() {
        synchronized (workspace) {
            return archived;
        }
    }

    public boolean hidden() {
        return hidden;
    }

    boolean has(String user) {
        return members.contains(user);
    }

    void admit(String user) {
        members.add(user);
    }

    void topic(String words) {
        topic = words;
    }

    void purpose(String words) {
        purpose = words;
    }

    void archive() {
        archived = true;
    }

    void add(Message message) {
        messages.add(message);
    }

    void add(Ephemeral ephemeral) {
        ephemerals.add(ephemeral);
    }

    void replace(Message now) {
        messages.replaceAll(old -> old.ts().equals(now.ts()) ? now : old);
    }

    void remove(String ts) {
        messages.removeIf(m -> m.ts().equals(ts));
        pins.remove(ts);
    }

    /** Whether it was not pinned before. */
    boolean pin(String ts) {
        return pins.add(ts);
    }

    /** Whether it was pinned before. */
    boolean unpin(String ts) {
        return pins.remove(ts);
    }

    Stream<Message> replies(String ts) {
        return messages.stream().filter(m -> m.thread().equals(ts) && m.isReply());
    }

    ObjectNode json() {
        return Json.of(
                "id",
                id,
                "name",
                name,
                "name_normalized",
                name,
                "is_channel",
                !hidden,
                "is_group",
                hidden,
                "is_im",
                false,
                "is_private",
                hidden,
                "is_archived",
                archived,
                "is_member",
                has(App.USER),
                "is_general",
                false,
                "num_members",
                members.size(),
                "context_team_id",
                App.TEAM,
                "topic",
                Json.of("value", topic, "creator", "", "last_set", 0),
                "purpose",
                Json.of("value", purpose, "creator", "", "last_set", 0));
    }
}
