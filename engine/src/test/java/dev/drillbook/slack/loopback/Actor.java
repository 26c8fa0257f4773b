package dev.drillbook.slack.loopback;

import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** A person at their keyboard. What they type is escaped as Slack does it. */
public final class Actor {
    private final Person who;
    private final Workspace workspace;
    private final Writing writing;
    private final Payloads payloads;
    private final Deliveries deliveries;

    Actor(Person who, Workspace workspace, Writing writing, Payloads payloads, Deliveries deliveries) {
        this.who = who;
        this.workspace = workspace;
        this.writing = writing;
        this.payloads = payloads;
        this.deliveries = deliveries;
    }

    public String id() {
        return who.id();
    }

    /** A command, as {@code /drill detected}. */
    public Delivery types(String line, Channel in) {
        return sent(drafts(line, in));
    }

    /** The same, not sent: to be signed by hand. */
    public Delivery drafts(String line, Channel in) {
        String[] words = line.split(" ", 2);
        synchronized (workspace) {
            return payloads.command(who, words[0], words.length > 1 ? called(escaped(words[1])) : "", in);
        }
    }

    /**
     * A button, and its confirmation if it asks for one.
     *
     * @throws AssertionError when there is none of that action_id in the message as it stands now
     */
    public Delivery clicks(String action, Message message) {
        synchronized (workspace) {
            Channel channel = channel(message.channel());
            Message now = channel.message(message.ts()).orElseThrow(() -> new AssertionError("gone: " + message));
            return sent(payloads.click(who, pressed(now.content(), action), channel, now.ts(), now.json()));
        }
    }

    /** A button that only they see. */
    public Delivery clicks(String action, Ephemeral message) {
        synchronized (workspace) {
            Channel channel = channel(message.channel());
            return sent(payloads.click(who, pressed(message.content(), action), channel, message.ts(), Json.of()));
        }
    }

    /** @param values by block_id and action_id, as {@code {"b": {"a": {"type": "plain_text_input", "value": "x"}}}} */
    public Delivery submits(OpenView view, ObjectNode values) {
        synchronized (workspace) {
            return sent(payloads.submission(who, view, values));
        }
    }

    public Message writes(String text, Channel channel) {
        synchronized (workspace) {
            return writing.post(channel, Author.person(who.id()), Content.of(escaped(text)), "");
        }
    }

    public Message replies(String text, Message to) {
        synchronized (workspace) {
            String thread = to.thread().isEmpty() ? to.ts() : to.thread();
            return writing.post(channel(to.channel()), Author.person(who.id()), Content.of(escaped(text)), thread);
        }
    }

    /** Writes to the app by its name. */
    public Message mentions(String text, Channel channel) {
        synchronized (workspace) {
            Content content = Content.of("<@" + App.USER + "> " + escaped(text));
            Message message = writing.post(channel, Author.person(who.id()), content, "");
            writing.mention(channel, message);
            return message;
        }
    }

    public Message edits(Message message, String text) {
        synchronized (workspace) {
            return writing.edit(channel(message.channel()), message, Content.of(escaped(text)));
        }
    }

    public void deletes(Message message) {
        synchronized (workspace) {
            writing.delete(channel(message.channel()), message);
        }
    }

    public void pins(Message message) {
        synchronized (workspace) {
            writing.pin(channel(message.channel()), message, who.id());
        }
    }

    public void unpins(Message message) {
        synchronized (workspace) {
            writing.unpin(channel(message.channel()), message, who.id());
        }
    }

    /** @param emoji its name without colons */
    public void reacts(String emoji, Message message) {
        synchronized (workspace) {
            Channel channel = channel(message.channel());
            writing.react(channel, channel.message(message.ts()).orElse(message), emoji, who.id());
        }
    }

    private Delivery sent(Delivery delivery) {
        deliveries.send(delivery);
        return delivery;
    }

    private Channel channel(String id) {
        return workspace.channel(id).orElseThrow();
    }

    private static Content.Pressed pressed(Content content, String action) {
        return content.element(action).orElseThrow(() -> new AssertionError("no " + action + " in " + content));
    }

    /** As a command with {@code should_escape} has it: whoever is named is named with their id. */
    private String called(String text) {
        String named = text;
        for (Person person : workspace.people())
            named = named.replaceAll(
                    "(?<=^|\\s)@" + Pattern.quote(person.name()) + "(?=\\s|$)",
                    "<@" + person.id() + "|" + person.name() + ">");
        return named;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
