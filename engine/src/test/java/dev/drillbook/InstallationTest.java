package dev.drillbook;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.drillbook.control.Home;
import dev.drillbook.practice.PracticeStack;
import dev.drillbook.runbook.Invalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationTest {
    @TempDir
    private Path folder;

    /** A rule that cannot be read is no rule: nothing may be limited by less than its owner wrote. */
    @ParameterizedTest
    @ValueSource(strings = {"lease: 1.5 hours", "lease: 30 Minutes", "lease: 0 minutes", "users: 40 percent"})
    void a_rule_that_cannot_be_read_is_told_whether_or_not_a_schedule_names_its_environment(String rule)
            throws IOException {
        Files.writeString(folder.resolve("drillbook.yaml"), """
                environments:
                  staging:
                    may-break:
                      nouns: [Redis]
                      %s
                """.formatted(rule));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> installation().check())
                .withMessageContaining("drillbook.yaml:");
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> installation().drills());
    }

    @Test
    void serve_refuses_to_start_without_its_tokens_and_names_each_with_its_line() throws IOException {
        wantTokens();
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> installation().serving())
                .withMessageMatching("(?s)drillbook.yaml:2:3: .*no-alerts cannot be read.*"
                        + "drillbook.yaml:4:3: .*no-bot cannot be read.*"
                        + "drillbook.yaml:5:3: .*no-app cannot be read.*");
    }

    @Test
    void who_does_not_serve_needs_none_of_its_tokens() throws IOException {
        wantTokens();
        assertThatCode(() -> installation().drills()).doesNotThrowAnyException();
    }

    private void wantTokens() throws IOException {
        Files.writeString(folder.resolve("drillbook.yaml"), """
                serve:
                  alerts-token: file:%1$s/no-alerts
                slack:
                  bot-token: file:%1$s/no-bot
                  app-token: file:%1$s/no-app
                  workspaces: [T1]
                  channels: [C1]
                """.formatted(folder));
    }

    private Installation installation() {
        return new Installation(new Home(folder), new PracticeStack(folder));
    }
}
