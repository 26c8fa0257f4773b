package dev.drillbook.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.Drillbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal can fail: with its fault, its repair or the alert rules taken out. */
@Tag("drills")
class FailingRehearsalsTest {
    @TempDir
    private Path home;

    private Drillbook drillbook;
    private Practice practice;

    @BeforeEach
    void open() {
        drillbook = Drillbook.in(home);
        practice = new Practice(drillbook);
    }

    @AfterEach
    void down() {
        practice.down();
    }

    @Test
    void without_its_fault_it_did_not_bite() throws IOException {
        Drillbook.Ended ended = rehearsedWithout("at 0.seconds apply");
        assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(1);
        assertThat(ended.err()).contains("did not bite");
    }

    @Test
    void without_its_repair_it_is_not_restored_and_the_fault_is_put_back_all_the_same() throws IOException {
        practice.up();
        Instant started = Instant.now();
        Drillbook.Ended ended = rehearsedWithout("repair ConfigFile");
        assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(1);
        assertThat(ended.err()).contains("not restored");
        assertThat(Duration.between(started, Instant.now())).isLessThan(Duration.ofMinutes(3));
        Path folder = Journals.only(drillbook.reports());
        Path config = Path.of(Journals.entries(folder, "opened")
                .get(0)
                .get("what")
                .get("inputs")
                .get("cache-config")
                .asString());
        assertThat(Files.readString(config)).contains("key-prefix=shop:").doesNotContain("shop-v2:");
    }

    @Test
    void with_the_alert_rules_off_it_names_the_alert() throws IOException {
        practice.up("--no-alerts");
        Drillbook.Ended ended = drillbook.run("rehearse", "yesterdays-prices");
        assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(1);
        assertThat(ended.err()).contains("alert 'StaleAnswers' stayed silent");
    }

    private Drillbook.Ended rehearsedWithout(String sentence) throws IOException {
        Path copy = home.resolve("runbooks/a-copy.groovy");
        String text = Files.readString(home.resolve("runbooks/yesterdays-prices.groovy"));
        UnaryOperator<String> cut = line -> line.contains(sentence) ? "" : line;
        Files.writeString(copy, String.join("\n", text.lines().map(cut).toList()) + "\n");
        assertThat(Files.readString(copy)).isNotEqualTo(text);
        return drillbook.run("rehearse", "a-copy");
    }
}
