package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.control.LiveDrill;
import dev.drillbook.settings.Setting;
import dev.drillbook.settings.Settings;
import dev.drillbook.slack.loopback.Channel;
import dev.drillbook.slack.loopback.Delivery;
import dev.drillbook.slack.loopback.SlackOnLoopback;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code drillbook slack …} */
class SlackCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    private int run(Setting root, String... arguments) {
        return new CommandLine(new SlackCommand(() -> root))
                .setOut(new PrintWriter(out))
                .execute(arguments);
    }

    private String manifest(String... more) {
        List<String> arguments = new ArrayList<>(List.of("manifest"));
        arguments.addAll(List.of(more));
        assertThat(run(null, arguments.toArray(String[]::new))).isZero();
        return out.toString();
    }

    @Test
    void the_manifest_gives_each_scope_with_its_reason() {
        assertThat(scopes(manifest())).containsExactlyElementsOf(Scope.words());
        assertThat(out.toString()).contains("socket_mode_enabled: true", "- command: /drill", "- pin_added");
    }

    @Test
    void what_slack_cannot_call_is_no_address() {
        for (String wrong : List.of(
                "",
                "x",
                "http://drills.example/slack/events",
                "https://drills.example/other",
                "https:///slack/events",
                "https://drills.example/slack/events?x",
                "https://drills.example/slack/events\nfoo: bar"))
            assertThat(run(null, "manifest", "--http", wrong)).as(wrong).isNotZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void for_http_mode_it_says_where_slack_calls() {
        assertThat(manifest("--http", "https://drills.example/slack/events"))
                .contains("socket_mode_enabled: false")
                .containsPattern("request_url: https://drills.example/slack/events")
                .containsPattern("url: https://drills.example/slack/events\\s+oauth_config");
    }

    @Test
    void the_manifest_asks_for_what_a_drill_in_slack_uses_and_for_no_more() throws IOException {
        Set<String> used = new TreeSet<>(comingIn());
        used.addAll(goingOut());
        assertThat(scopes(manifest())).containsExactlyInAnyOrderElementsOf(used);
    }

    private Set<String> comingIn() throws IOException {
        try (Floor floor = new Floor(Files.createDirectories(folder.resolve("in"))).open()) {
            LiveDrill drill = floor.starts();
            floor.says(floor.ann, "detected");
            floor.ann.pins(floor.bob.writes("old pages", floor.channel));
            floor.slack.deliveries("pin_added").forEach(Delivery::answered);
            floor.says(floor.ann, "abort");
            drill.finished().join();
            Checkup.of(floor.settings(SlackSettings.Mode.SOCKET));
            return floor.slack.scopesUsed();
        }
    }

    /** With a lost answer, for which is looked in the channel, and a channel of the drill's own. */
    private Set<String> goingOut() throws IOException {
        try (Stage stage = new Stage(Files.createDirectories(folder.resolve("out"))).withChannels()) {
            stage.slack.subscribes("pin_added");
            stage.opens(Unlucky.losingEvery(4, stage.methods()));
            LiveDrill drill = stage.breaks();
            stage.works(drill);
            stage.isTold(drill);
            return stage.slack.scopesUsed();
        }
    }

    private static List<String> scopes(String manifest) {
        Matcher lines = Pattern.compile("(?m)^      - ([a-z:.]+) # \\S.*$").matcher(manifest);
        return lines.results().map(line -> line.group(1)).toList();
    }

    /** A file of settings for a Slack on loopback. */
    private Setting settings(SlackOnLoopback slack, String botToken, String team, Channel... channels)
            throws IOException {
        Files.writeString(folder.resolve("bot"), botToken + "\n");
        Files.writeString(folder.resolve("app"), slack.appToken());
        Settings read = Settings.of(
                "drillbook.yaml",
                """
                slack:
                  bot-token: file:%1$s/bot
                  app-token: file:%1$s/app
                  workspaces: [%2$s]
                  channels: [%3$s]
                  api: %4$s
                """.formatted(
                                folder,
                                team,
                                String.join(
                                        ", ",
                                        java.util.Arrays.stream(channels)
                                                .map(Channel::id)
                                                .toList()),
                                slack.methodsAddress()),
                java.time.Instant.EPOCH);
        read.check();
        return read.root();
    }

    @Test
    void a_check_finds_everything_there() throws IOException {
        try (SlackOnLoopback slack = SlackOnLoopback.start()) {
            Setting root = settings(slack, slack.botToken(), slack.teamId(), slack.opens("drills"));
            assertThat(run(root, "check")).isZero();
            assertThat(out.toString())
                    .contains("ok       scope users:read", "#drills")
                    .doesNotContain("MISSING");
        }
    }

    @Test
    void a_check_says_what_is_missing_and_what_to_do() throws IOException {
        try (SlackOnLoopback slack = SlackOnLoopback.start()) {
            String token = slack.botToken("commands", "channels:read");
            Setting root = settings(slack, token, "T7", slack.opensWithoutApp("drills"));
            assertThat(run(root, "check")).isOne();
            assertThat(out.toString())
                    .contains(
                            "MISSING  scope users:read",
                            "MISSING  workspace " + slack.teamId(),
                            "say /invite @drillbook in #drills",
                            "ok       app-token");
        }
    }

    @Test
    void a_check_as_json_says_of_each_whether_it_is_there_and_exits_as_before() throws IOException {
        try (SlackOnLoopback slack = SlackOnLoopback.start()) {
            Setting root = settings(slack, slack.botToken(), "T7", slack.opens("drills"));
            assertThat(run(root, "check", "--json")).isOne();
            JsonNode found = new JsonMapper().readTree(out.toString());
            List<String> missing = new ArrayList<>();
            for (JsonNode one : found)
                if (!one.get("there").asBoolean()) missing.add(one.get("text").asString());
            assertThat(missing)
                    .containsExactly(
                            "workspace " + slack.teamId() + ": it is the bot's; name it under slack.workspaces");
            assertThat(found.findValuesAsString("text")).contains("scope users:read");
        }
    }

    @Test
    void a_wrong_token_is_told() throws IOException {
        try (SlackOnLoopback slack = SlackOnLoopback.start()) {
            Setting root = settings(slack, "xoxb-wrong", slack.teamId(), slack.opens("drills"));
            assertThat(run(root, "check")).isOne();
            assertThat(out.toString()).contains("MISSING  bot-token: invalid_auth; install the app");
        }
    }
}
