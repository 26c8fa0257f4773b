package dev.drillbook.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.runbook.Mistake;
import dev.drillbook.settings.Settings;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnvironmentSettingsTest {
    @Test
    void a_site_that_traffic_could_not_reach_is_told() {
        Settings settings = Settings.of("drillbook.yaml", """
                environments:
                  lab:
                    site:
                      address: https://shop.lab
                      commits: http://prices.lab/commits
                      paths: [/]
                """, Instant.EPOCH);
        new EnvironmentSettings(settings.root()).stacks(Set.of());
        assertThat(Mistake.inWords(settings.mistakes()))
                .contains("drillbook.yaml:4:7: 'https://shop.lab' is no address: write one such as http://");
    }

    @Test
    void what_an_environment_gives_itself_is_told_where_someone_else_gives_it() {
        Settings settings = Settings.of("drillbook.yaml", """
                environments:
                  practice:
                    may-run: [ada]
                    inputs:
                      cache: redis://cache:6379
                    site:
                      address: http://shop.lab
                      commits: http://prices.lab/commits
                      paths: [/]
                """, Instant.EPOCH);
        new EnvironmentSettings(settings.root()).stacks(Set.of("practice"));
        assertThat(Mistake.inWords(settings.mistakes()))
                .contains(
                        "drillbook.yaml:4:5: environment 'practice' gives its inputs itself: take these out",
                        "drillbook.yaml:6:5: environment 'practice' has a site of its own: take this one out");
    }

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
