package dev.drillbook.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.runbook.Mistake;
import dev.drillbook.settings.Settings;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnvironmentSettingsTest {
    @Test
    void a_password_in_plain_text_is_told_at_its_line_and_not_repeated() {
        Settings settings = Settings.of("drillbook.yaml", """
                environments:
                  lab:
                    inputs:
                      database: secret:env:SHOP_DATABASE
                      cache: redis://:hunter2@cache:6379
                      token: secret:vault
                """, Instant.EPOCH);
        new EnvironmentSettings(settings.root()).stacks(Set.of());
        assertThat(Mistake.inWords(settings.mistakes()))
                .contains("drillbook.yaml:5:7: input 'cache' spells a password out", "drillbook.yaml:6:7: a secret is")
                .doesNotContain("hunter2");
    }
}
