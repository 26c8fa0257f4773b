package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.runbook.Mistake;
import dev.drillbook.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The part {@code slack} of {@code drillbook.yaml}: mistakes are told at their lines, all of them. */
class SlackSettingsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("token"), "xoxb-1\n");
    }

    private Settings read(String lines) {
        return Settings.of(
                "drillbook.yaml",
                "slack:\n" + lines.replace("HERE", "file:" + folder).indent(2),
                java.time.Instant.EPOCH);
    }

    private List<String> mistakes(String lines) {
        Settings settings = read(lines);
        assertThat(SlackSettings.of(settings.root())).isEmpty();
        return settings.mistakes().stream().map(Mistake::inWords).toList();
    }

    @Test
    void a_token_comes_from_a_file_without_its_line_break() {
        Settings settings = read("""
                bot-token: HERE/token
                app-token: HERE/token
                workspaces: [T1]
                channels: [C1, C2]""");
        assertThat(SlackSettings.of(settings.root())).get().satisfies(slack -> {
            assertThat(slack.botToken()).isEqualTo("xoxb-1");
            assertThat(slack.channels()).containsExactly("C1", "C2");
            assertThat(slack.mode()).isEqualTo(SlackSettings.Mode.SOCKET);
        });
        assertThat(settings.mistakes()).isEmpty();
    }

    @Test
    void each_mistake_has_its_line() {
        assertThat(mistakes("""
                bot-token: env:NO_SUCH_VARIABLE
                app-token: HERE/nothing
                workspaces: [T1]
                channels: [C1]
                listen: 127.0.0.1:99999
                api: somewhere"""))
                .satisfiesExactly(
                        one -> assertThat(one).contains(":2:", "nothing in env:NO_SUCH_VARIABLE"),
                        one -> assertThat(one).contains(":3:", "cannot be read"),
                        one -> assertThat(one).contains(":6:", "no address to listen on"),
                        one -> assertThat(one).contains(":7:", "no address of methods"));
    }

    @Test
    void what_a_mode_needs_is_asked_for() {
        assertThat(mistakes("bot-token: HERE/token\nworkspaces: [T1]\nchannels: [C1]"))
                .singleElement()
                .asString()
                .contains("no 'app-token'");
        assertThat(mistakes("mode: http\nbot-token: HERE/token\nworkspaces: [T1]\nchannels: [C1]"))
                .singleElement()
                .asString()
                .contains("no 'signing-secret'");
    }

    @Test
    void what_the_schema_wants_is_told_once() {
        assertThat(mistakes("app-token: HERE/token\nworkspaces: [T1]\nchannels: [C1]"))
                .singleElement()
                .asString()
                .contains("bot-token");
    }

    @Test
    void a_token_itself_has_no_place_in_the_file() {
        assertThat(mistakes("bot-token: xoxb-1-2\napp-token: HERE/token\nworkspaces: [T1]\nchannels: [C1]"))
                .singleElement()
                .asString()
                .contains("env:SLACK_BOT_TOKEN")
                .doesNotContain("xoxb-1-2");
    }
}
