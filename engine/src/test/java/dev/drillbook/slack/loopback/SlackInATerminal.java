package dev.drillbook.slack.loopback;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Drillbook in Slack without a workspace: a Slack on loopback whose channel is shown in a terminal, and whose people say
 * what is typed there. {@code ann: /drill list}, {@code bob: pages are slow}, {@code ann clicks Detected}, {@code ann
 * pins pages are slow}; files that are shared are saved.
 */
public final class SlackInATerminal {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final long LOOK = 200;

    private final SlackOnLoopback slack = SlackOnLoopback.start();
    private final Map<String, Actor> people = new HashMap<>();
    private final Channel channel;
    private final Path folder;
    private final PrintStream out;
    private final Map<String, Content> shown = new HashMap<>();
    private final Set<String> whispered = new HashSet<>();
    private final Set<String> saved = new HashSet<>();

    private SlackInATerminal(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
        slack.subscribes("pin_added");
        List.of("ann", "bob").forEach(name -> people.put(name, slack.joins("U0" + name.toUpperCase(), name)));
        channel = slack.opens("drills");
    }

    /** @param args a folder for the tokens, the lines for {@code drillbook.yaml}, and the files that are shared */
    public static void main(String[] args) throws IOException {
        SlackInATerminal terminal = new SlackInATerminal(
                Files.createDirectories(Path.of(args[0])), new PrintStream(System.out, true, StandardCharsets.UTF_8));
        try {
            terminal.run();
        } finally {
            terminal.slack.close();
        }
    }

    private void run() throws IOException {
        out.println("Slack on loopback. These lines make it Drillbook's, and are in " + settings() + ":\n");
        out.println(Files.readString(folder.resolve("slack.yaml")));
        out.println(
                "Type: ann: /drill help · bob: pages are slow · ann clicks Detected · ann pins pages are slow · quit");
        Thread looking = new Thread(this::look, "what is in the channel");
        looking.setDaemon(true);
        looking.start();
        var typed = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = typed.readLine(); line != null && !line.strip().equals("quit"); line = typed.readLine())
            if (!line.isBlank()) answer(line.strip());
    }

    private Path settings() throws IOException {
        return Files.writeString(folder.resolve("slack.yaml"), """
                slack:
                  bot-token: file:%s
                  app-token: file:%s
                  workspaces: [%s]
                  channels: [%s]
                  api: %s
                """.formatted(
                        token("bot-token", slack.botToken()),
                        token("app-token", slack.appToken()),
                        slack.teamId(),
                        channel.id(),
                        slack.methodsAddress()));
    }

    private Path token(String name, String token) throws IOException {
        return Files.writeString(folder.resolve(name), token).toAbsolutePath();
    }

    private void answer(String line) {
        try {
            act(line);
        } catch (AssertionError | RuntimeException e) {
            out.println("  ! " + e.getMessage());
        }
    }

    private void act(String line) {
        String name = line.split("[ :]", 2)[0];
        Actor who = people.get(name);
        String what = line.substring(name.length()).strip();
        if (who == null)
            out.println("  ! nobody is '" + name + "': begin with " + String.join(" or ", people.keySet()));
        else if (what.startsWith("clicks ")) clicks(who, what.substring(7).strip());
        else if (what.startsWith("pins "))
            who.pins(
                    latest(message -> message.words().contains(what.substring(5).strip())));
        else says(who, what.replaceFirst("^:\\s*", ""));
    }

    private void says(Actor who, String text) {
        if (text.startsWith("/")) who.types(text, channel);
        else who.writes(text, channel);
    }

    private void clicks(Actor who, String label) {
        Message message = latest(one -> buttons(one).containsKey(label));
        who.clicks(buttons(message).get(label), message);
    }

    private Message latest(Predicate<Message> wanted) {
        List<Message> found = channel.messages().stream().filter(wanted).toList();
        if (found.isEmpty()) throw new AssertionError("no such message in #" + channel.name());
        return found.get(found.size() - 1);
    }

    /** From what stands on it to its {@code action_id}. */
    private static Map<String, String> buttons(Message message) {
        Map<String, String> buttons = new HashMap<>();
        message.content().blocks().forEach(block -> {
            List<JsonNode> elements = new ArrayList<>();
            block.path("elements").forEach(elements::add);
            elements.add(block.path("accessory"));
            elements.stream()
                    .filter(element -> Json.text(element, "type").equals("button"))
                    .forEach(button ->
                            buttons.put(Json.text(button.path("text"), "text"), Json.text(button, "action_id")));
        });
        return buttons;
    }

    private void look() {
        try {
            while (true) {
                for (Channel one : slack.channels()) show(one);
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            // it is quit
        } catch (IOException e) {
            out.println("  ! not shown any further: " + e);
        }
    }

    private void show(Channel one) throws IOException {
        for (Message message : one.messages()) {
            Content before = shown.put(message.ts(), message.content());
            if (!message.content().equals(before)) print(one, message, before != null);
            for (SharedFile file : message.files())
                if (saved.add(file.id()))
                    out.println("    file " + Files.write(folder.resolve(file.name()), file.bytes()));
        }
        for (String user : one.members())
            for (Ephemeral only : one.seenOnlyBy(user))
                if (whispered.add(only.ts()))
                    out.println(
                            "  (only " + name(user) + " sees) " + only.words().replace("\n", "\n    "));
    }

    private void print(Channel one, Message message, boolean edited) {
        long seconds = Long.parseLong(message.ts().split("\\.")[0]);
        out.println((message.isReply() ? "    " : "") + TIME.format(java.time.Instant.ofEpochSecond(seconds)) + " #"
                + one.name() + " " + author(message) + (edited ? " (edited)" : "") + ": "
                + message.words().replace("\n", "\n        "));
    }

    private String author(Message message) {
        Author author = message.author();
        if (!author.persona().isEmpty()) return author.persona();
        return author.bot() ? "drillbook" : name(author.user());
    }

    private String name(String user) {
        return people.entrySet().stream()
                .filter(person -> person.getValue().id().equals(user))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(user);
    }
}
