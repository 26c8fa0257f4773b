package dev.drillbook.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.Drillbook;
import dev.drillbook.slack.loopback.Ack;
import dev.drillbook.slack.loopback.Actor;
import dev.drillbook.slack.loopback.Channel;
import dev.drillbook.slack.loopback.Content;
import dev.drillbook.slack.loopback.Delivery;
import dev.drillbook.slack.loopback.Message;
import dev.drillbook.slack.loopback.SharedFile;
import dev.drillbook.slack.loopback.SlackOnLoopback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * {@code drillbook serve} beside a Slack: the calendar starts a drill of the practice environment, and then a person
 * does; the team works both in Slack and repairs what was broken.
 */
@Tag("drills")
class ServeInSlackTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    private static final DateTimeFormatter CRON = DateTimeFormatter.ofPattern("s m H d M '?' uuuu", Locale.ROOT);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZONE);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private static Path home;

    private static SlackOnLoopback slack;
    private static Actor ann;
    private static Actor bob;
    private static Channel channel;
    private static Worked planned;
    private static Worked asked;

    /** A drill and what people did in it. */
    private record Worked(Path folder, Message headline, Delivery click, Message pinned, List<SharedFile> files) {}

    @BeforeAll
    static void perform() throws IOException {
        slack = SlackOnLoopback.start();
        slack.subscribes("pin_added");
        slack.waits(Duration.ofSeconds(20));
        ann = slack.joins("U1", "ann");
        bob = slack.joins("U2", "bob");
        channel = slack.opens("drills");
        Drillbook drillbook = Drillbook.in(home);
        settings(drillbook);
        Drillbook.Running serve = drillbook.start("serve");
        try {
            planned = works(drillbook);
            ann.types("/drill run yesterdays-prices", channel).answered();
            asked = works(drillbook);
        } finally {
            serve.signal("TERM");
            System.out.println(serve.ended(PATIENCE).err());
            new Practice(drillbook).down();
        }
    }

    @AfterAll
    static void close() {
        slack.close();
    }

    private static void settings(Drillbook drillbook) throws IOException {
        Files.writeString(drillbook.home().resolve("drillbook.yaml"), """
                zone: %s
                schedules:
                  soon:
                    runbook: yesterdays-prices
                    environment: practice
                    when: %s
                working-week: [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday]
                serve:
                  listen: 127.0.0.1:0
                slack:
                  bot-token: file:%s
                  app-token: file:%s
                  workspaces: [%s]
                  channels: [%s]
                  api: %s
                """.formatted(
                        ZONE,
                        CRON.format(ZonedDateTime.now(ZONE).withNano(0).plus(SOON)),
                        Files.writeString(drillbook.home().resolve("bot"), slack.botToken()),
                        Files.writeString(drillbook.home().resolve("app"), slack.appToken()),
                        slack.teamId(),
                        channel.id(),
                        slack.methodsAddress()));
    }

    /** The drill that begins now, to its report. */
    private static Worked works(Drillbook drillbook) throws IOException {
        List<Path> before = planned == null ? List.of() : List.of(planned.folder);
        Message headline = awaits(message -> message.thread().isEmpty()
                && message.words().contains("DRILL: Yesterday")
                && (planned == null || !message.ts().equals(planned.headline.ts())));
        Path folder = folders(drillbook)
                .filter(one -> !before.contains(one))
                .findFirst()
                .orElseThrow();
        Waiting.until("the fault is there", PATIENCE, () -> Journals.has(folder, "took-hold"));
        Waiting.until("the fault is felt", PATIENCE, () -> Journals.entries(folder, "alert-fired").stream()
                .anyMatch(alert -> alert.toString().contains("StaleAnswers")));
        Delivery click = ann.clicks("drillbook-detected", headline);
        click.answered();
        bob.types("/drill hypothesis database overload", channel).answered();
        Message pinned = bob.replies("The customer of item 42 paid the old price", headline);
        ann.pins(pinned);
        Message suspect = awaits(message ->
                message.thread().equals(headline.ts()) && message.words().contains("database overload"));
        bob.clicks("drillbook-rule-out-1", suspect);
        ann.types("/drill root-cause the cache of one server", channel).answered();
        repair(folder);
        Waiting.until("it is over", PATIENCE, () -> Journals.has(folder, "closed"));
        Waiting.until("its end is told", PATIENCE, () -> files(headline).size() == 5);
        return new Worked(folder, headline, click, pinned, files(headline));
    }

    private static Stream<Path> folders(Drillbook drillbook) throws IOException {
        return Files.list(drillbook.reports()).filter(Files::isDirectory);
    }

    private static void repair(Path folder) throws IOException {
        Path config = Path.of(opened(folder).get("inputs").get("cache-config").asString());
        Files.writeString(
                config,
                Files.readString(config)
                        .replaceAll("(?m)^key-prefix=.*", "key-prefix=shop:")
                        .replaceAll("(?m)^ttl-seconds=.*", "ttl-seconds=60")
                        .replaceAll("(?m)^pool-size=.*", "pool-size=16"));
    }

    private static Message awaits(Predicate<Message> wanted) {
        Waiting.until("a message", PATIENCE, () -> channel.messages().stream().anyMatch(wanted));
        return channel.messages().stream().filter(wanted).findFirst().orElseThrow();
    }

    private static List<SharedFile> files(Message headline) {
        return channel.thread(headline).stream()
                .flatMap(one -> one.files().stream())
                .toList();
    }

    private static JsonNode opened(Path folder) {
        return Journals.entries(folder, "opened").get(0).get("what");
    }

    private static Stream<Worked> both() {
        return Stream.of(planned, asked);
    }

    /** All that is said of a drill in Slack, as people read it. */
    private static String told(Worked drill) {
        return channel.thread(drill.headline).stream()
                .map(Message::words)
                .collect(Collectors.joining("\n"))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    @Test
    void the_calendar_and_a_person_started_them() {
        assertThat(opened(planned.folder).get("door").asString()).isEqualTo("calendar");
        assertThat(opened(planned.folder).get("occurrence").asString()).startsWith("soon ");
        assertThat(opened(asked.folder).get("door").asString()).isEqualTo("slack");
        assertThat(opened(asked.folder).get("startedBy").asString()).isEqualTo("U1");
    }

    @Test
    void both_journals_tell_the_same_but_for_who_started_it_and_how() {
        assertThat(course(asked.folder)).isEqualTo(course(planned.folder));
        List<JsonNode> briefs = both().map(drill -> opened(drill.folder)).toList();
        assertThat(different(briefs.get(0), briefs.get(1)))
                .contains("door", "startedBy")
                .isSubsetOf("door", "startedBy", "occurrence", "drill", "inputs", "id");
    }

    /** What happened, but for what is measured, which differs from drill to drill. */
    private static List<String> course(Path folder) {
        List<String> measured = List.of("probe-turned", "alert-fired", "alert-resolved", "milestone-met");
        return Journals.lines(folder.resolve("journal.jsonl")).stream()
                .map(line -> line.get("what").get("type").asString())
                .filter(type -> !measured.contains(type))
                .toList();
    }

    private static List<String> different(JsonNode one, JsonNode other) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : one.properties())
            if (!property.getValue().equals(other.get(property.getKey()))) names.add(property.getKey());
        return names;
    }

    @Test
    void the_teams_repair_was_noticed() {
        both().forEach(drill -> {
            assertThat(Journals.entries(drill.folder, "closed").get(0).toString())
                    .contains("RESTORED");
            assertThat(Journals.entries(drill.folder, "stays-owed")).isEmpty();
        });
    }

    @Test
    void a_click_and_a_pin_have_slacks_time_and_a_command_the_time_at_which_it_came() {
        both().forEach(drill -> {
            assertThat(claimed(drill.folder, "reached", "detected"))
                    .isEqualTo(time(drill.click
                            .payload()
                            .path("actions")
                            .get(0)
                            .path("action_ts")
                            .asString()));
            assertThat(claimed(drill.folder, "noted", "item 42")).isEqualTo(time(drill.pinned.ts()));
            Delivery command = slack.deliveries("/drill")
                    .filter(one -> one.payload().path("text").asString("").startsWith("root-cause"))
                    .toList()
                    .get(drill == planned ? 0 : 1);
            Ack ack = command.acks().get(0); // comes only once the claim is durable, however long that takes
            assertThat(claimed(drill.folder, "reached", "root cause"))
                    .isBetween(
                            ack.at().minus(ack.latency()).minusMillis(50),
                            ack.at().plusMillis(50));
        });
    }

    private static Instant claimed(Path folder, String type, String words) {
        return Journals.entries(folder, type).stream()
                .filter(line -> line.get("what").toString().contains(words))
                .map(line -> Instant.parse(line.get("what").get("claimed").asString()))
                .findFirst()
                .orElseThrow();
    }

    /** A ts is seconds and microseconds. */
    private static Instant time(String ts) {
        String[] parts = ts.split("\\.");
        return Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]) * 1_000);
    }

    @Test
    void slack_and_the_report_tell_the_same_times_as_the_journal() {
        both().forEach(drill -> {
            String report = text(drill, "postmortem.md");
            for (String claim : List.of("detected", "root cause")) {
                String at = CLOCK.format(claimed(drill.folder, "reached", claim));
                assertThat(report).contains("| " + at + " |").contains(claim + " " + at);
                assertThat(told(drill)).contains(claim + " " + at);
            }
            JsonNode metrics = Journals.json(text(drill, "scorecard.json")).get("metrics");
            assertThat(metrics).isNotEmpty().allSatisfy(metric -> assertThat(told(drill))
                    .contains(metric.get("name").asString())
                    .contains(metric.get("formula").asString()));
        });
    }

    private static String text(Worked drill, String file) {
        return drill.files.stream()
                .filter(one -> one.name().equals(file))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void the_report_was_uploaded_as_it_is_on_the_disk() {
        both().forEach(drill -> assertThat(drill.files).allSatisfy(file -> assertThat(file.bytes())
                .isEqualTo(Files.readAllBytes(drill.folder.resolve(file.name())))));
    }

    @Test
    void the_last_hash_is_in_slack() throws IOException {
        for (Worked drill : both().toList()) {
            List<String> lines = Files.readAllLines(drill.folder.resolve("journal.jsonl"));
            String hash = Journals.json(lines.get(lines.size() - 1)).get("hash").asString();
            assertThat(told(drill)).contains(hash);
        }
    }

    @Test
    void players_saw_no_word_of_the_answer_before_the_end() {
        both().forEach(drill -> assertThat(channel.thread(drill.headline).stream()
                        .flatMap(message -> Stream.concat(Stream.of(message.content()), message.earlier().stream()))
                        .map(Content::words))
                .noneMatch(words -> words.contains("shop-v2") || words.contains("through one connection")));
    }

    @Test
    void slack_took_every_call_and_the_manifest_asks_for_what_was_used_and_no_more() {
        assertThat(slack.refused()).isEmpty();
        Drillbook.Ended manifest = Drillbook.in(home).run("slack", "manifest");
        assertThat(manifest.out())
                .contains(slack.scopesUsed().stream().map(scope -> "- " + scope).toList());
    }
}
