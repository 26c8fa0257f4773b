package dev.drillbook.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final String GOOD = """
            zone: Europe/Berlin
            environments:
              staging:
                inputs:
                  cache: redis://cache.staging:6379
                  shards: 3
                may-run: [ada, U024BE7LH]
                approval: required
            holidays:
              dates:
                - 25 December Christmas Day
            schedules:
              quarterly-cache:
                runbook: yesterdays-prices
                environment: staging
                when: first Tuesday of the quarter at 10:00
                grace: 20 minutes
            serve:
              listen: 127.0.0.1:0
            """;

    @Test
    void a_good_file_has_no_mistakes() {
        assertThat(mistakes(GOOD)).isEmpty();
    }

    @Test
    void a_file_without_keys_is_a_mistake_and_an_empty_one_is_none() {
        assertThat(mistakes("zone:Europe/Berlin\n")).singleElement().asString().contains("1:1", "keys and values");
        assertThat(mistakes("- zone: UTC\n")).hasSize(1);
        assertThat(mistakes("# nothing yet\n")).isEmpty();
        assertThat(mistakes("null\n")).isEmpty();
    }

    @Test
    void a_value_is_found_by_its_keys() {
        assertThat(root(GOOD)
                        .get("schedules", "quarterly-cache", "when")
                        .orElseThrow()
                        .text())
                .isEqualTo("first Tuesday of the quarter at 10:00");
    }

    @Test
    void a_number_is_read_as_it_stands() {
        assertThat(root(GOOD)
                        .get("environments", "staging", "inputs", "shards")
                        .orElseThrow()
                        .text())
                .isEqualTo("3");
    }

    @Test
    void a_span_is_read_in_words() {
        assertThat(root(GOOD).get("schedules", "quarterly-cache", "grace").flatMap(Setting::duration))
                .contains(Duration.ofMinutes(20));
    }

    @Test
    void no_file_is_no_settings(@TempDir Path folder) {
        Settings none = Settings.read(folder.resolve(Settings.FILE));
        none.check();
        assertThat(none.root().entries()).isEmpty();
    }

    @Test
    void a_link_to_a_file_that_is_gone_loses_no_rules_without_a_word(@TempDir Path folder) throws IOException {
        Path file = Files.createSymbolicLink(folder.resolve(Settings.FILE), folder.resolve("gone.yaml"));
        assertThatThrownBy(() -> Settings.read(file)).hasMessageStartingWith(file + " leads nowhere: ");
    }

    @Test
    void an_empty_file_is_no_settings() {
        assertThat(mistakes("# nothing yet\n")).isEmpty();
    }

    /** It would mean everyone and everything, and whoever emptied it meant the opposite. */
    @Test
    void a_list_of_who_or_what_is_allowed_is_not_empty() {
        String empty = """
                environments:
                  staging:
                    may-run: []
                    may-approve: []
                    may-break:
                      nouns: []
                      targets: []
                """;
        assertThat(mistakes(empty))
                .containsExactly(
                        "drillbook.yaml:3:5: 'environments.staging.may-run' is empty: write at least one, such as [ada,"
                                + " U024BE7LH]",
                        "drillbook.yaml:4:5: 'environments.staging.may-approve' is empty: write at least one, such as"
                                + " [ada, U024BE7LH]",
                        "drillbook.yaml:6:7: 'environments.staging.may-break.nouns' is empty: write at least one, such"
                                + " as [ConfigFile, Redis]",
                        "drillbook.yaml:7:7: 'environments.staging.may-break.targets' is empty: write at least one, such"
                                + " as [/etc/shop/*, redis://cache.staging:6379]");
    }

    @Test
    void all_mistakes_of_a_file_are_told_each_with_its_place_and_remedy() {
        String wrong = """
                zoen: Europe/Berlin
                environments:
                  staging:
                    aproval: required
                    may-run: ada
                  prod uction:
                    approval: requird
                schedules:
                  quarterly:
                    runbook: yesterdays-prices
                    grace: [15]
                  weekly: every Monday
                serve:
                  listen: 7340
                """;
        assertThat(mistakes(wrong))
                .containsExactly(
                        "drillbook.yaml:1:1: no setting 'zoen'; did you mean 'zone'?",
                        "drillbook.yaml:4:5: no setting 'aproval' in 'environments.staging'; did you mean 'approval'?",
                        "drillbook.yaml:5:5: 'environments.staging.may-run' must be a list, such as [ada, U024BE7LH]",
                        "drillbook.yaml:6:3: a name cannot be 'prod uction': use letters, digits, -, _ and ., such as"
                                + " staging-2",
                        "drillbook.yaml:7:5: 'environments.prod uction.approval' cannot be 'requird'; did you mean"
                                + " 'required'?",
                        "drillbook.yaml:9:3: 'schedules.quarterly' has no 'when': add one, such as first Tuesday of the"
                                + " quarter at 10:00, or 0 0 10 ? * TUE#1",
                        "drillbook.yaml:11:5: 'schedules.quarterly.grace' must be text, such as 15 minutes, or 1 day",
                        "drillbook.yaml:12:3: 'schedules.weekly' must be keys and values",
                        "drillbook.yaml:14:3: 'serve.listen' must be text, such as 127.0.0.1:7340");
    }

    @Test
    void a_key_given_twice_is_told_where_it_is_given_again() {
        assertThat(mistakes("zone: Europe/Berlin\nzone: UTC\n"))
                .containsExactly("drillbook.yaml:2:1: 'zone' is given twice: keep one of them");
    }

    @Test
    void what_never_ends_is_told() {
        assertThat(mistakes("zone: &a [*a]"))
                .containsExactly("drillbook.yaml:1:7: 'zone[1]' refers to itself: write its value in place of *");
        assertThat(mistakes("schedules: &a {b: *a}"))
                .containsExactly("drillbook.yaml:1:12: 'schedules.b' refers to itself: write its value in place of *");
        assertThat(mistakes("zone: " + "[".repeat(100_000)))
                .containsExactly("drillbook.yaml:1:56: nested too deep: no setting has a value there");
    }

    @Test
    void a_text_that_is_no_yaml_is_told_with_its_place() {
        assertThat(mistakes("zone: 'Europe\n")).singleElement().asString().startsWith("drillbook.yaml:2:1: ");
    }

    @Test
    void what_only_a_room_can_see_is_told_with_the_rest() {
        Settings settings = Settings.of("drillbook.yaml", GOOD.replace("20 minutes", "a while"), Instant.EPOCH);
        settings.root().get("schedules", "quarterly-cache", "grace").flatMap(Setting::duration);
        assertThatThrownBy(settings::check)
                .isInstanceOf(Invalid.class)
                .hasMessage(
                        "drillbook.yaml:17:5: 'a while' is no span of time: write one such as 15 minutes, 2 hours or"
                                + " 1 day");
    }

    @Test
    void a_value_that_the_schema_refused_is_not_told_again_by_its_room() {
        Settings settings =
                Settings.of("drillbook.yaml", "working-week: [Mon]\nfreezes: [{name: sale}]\n", Instant.EPOCH);
        settings.root().get("working-week").orElseThrow().items().get(0).as(java.time.DayOfWeek::valueOf);
        assertThat(settings.mistakes()).extracting(Mistake::line).containsExactly(1, 2, 2);
    }

    private static Setting root(String text) {
        return Settings.of("drillbook.yaml", text, Instant.EPOCH).root();
    }

    private static List<String> mistakes(String text) {
        return Settings.of("drillbook.yaml", text, Instant.EPOCH).mistakes().stream()
                .map(Mistake::inWords)
                .toList();
    }
}
