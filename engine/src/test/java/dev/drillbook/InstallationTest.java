package dev.drillbook;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.drillbook.control.Home;
import dev.drillbook.practice.PracticeStack;
import dev.drillbook.runbook.Invalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private Installation installation() {
        return new Installation(new Home(folder), new PracticeStack(folder));
    }
}
