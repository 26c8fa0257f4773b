package dev.drillbook.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.Drillbook;
import dev.drillbook.control.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code drillbook serve} as a process of its own, with Quartz in real seconds and drills of a small real service. */
@Tag("drills")
class ServeTest {
    private static final DateTimeFormatter CRON = DateTimeFormatter.ofPattern("s m H d M '?' uuuu", Locale.ROOT);
    private static final Duration SOON = Duration.ofSeconds(12);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    private Workshop workshop;
    private Drillbook drillbook;
    private String before;

    @BeforeEach
    void open() throws IOException {
        drillbook = Drillbook.in(home);
        workshop = new Workshop(home);
        before = Files.readString(workshop.config());
    }

    @AfterEach
    void close() throws IOException {
        assertThat(Files.readString(workshop.config())).isEqualTo(before);
        workshop.close();
    }

    @Test
    void a_planned_drill_starts_at_its_second_and_sigterm_ends_it_with_everything_put_back() throws IOException {
        ZonedDateTime due = plan();
        Drillbook.Running serve = drillbook.start("serve");
        awaitBroken();
        serve.signal("TERM");
        assertThat(serve.ended(PATIENCE).exit()).isEqualTo(143);
        Path drill = Journals.only(drillbook.reports());
        var opened = Journals.entries(drill, "opened").get(0).get("what");
        assertThat(opened.get("door").asString()).isEqualTo("calendar");
        assertThat(opened.get("occurrence").asString()).isEqualTo("once " + due.toInstant());
        assertThat(Journals.entries(drill, "aborted").toString()).contains("SIGTERM");
        assertThat(Journals.entries(drill, "closed").toString()).contains("\"SIGNAL\"");
        assertThat(drill.resolve("postmortem.html")).isNotEmptyFile();
        assertThat(drillbook.run("schedule", "history", "--json").out()).contains("\"state\":\"started\"");
    }

    @Test
    void after_kill_minus_nine_the_guard_puts_it_back_and_the_next_start_writes_it_up() throws IOException {
        plan();
        Drillbook.Running serve = drillbook.start("serve");
        awaitBroken();
        serve.process().destroyForcibly().onExit().join();
        Path drill = Journals.only(drillbook.reports());
        Waiting.until("it is put back", PATIENCE, () -> Journals.has(drill, "closed"));
        assertThat(Files.readString(workshop.config())).isEqualTo(before);
        Drillbook.Running again = drillbook.start("serve");
        Waiting.until("it is written up", PATIENCE, () -> Files.exists(drill.resolve("postmortem.html")));
        again.signal("TERM");
        assertThat(again.ended(PATIENCE).exit()).isEqualTo(143);
        assertThat(Journals.entries(drill, "closed").get(0).toString()).contains("INTERRUPTED");
    }

    @Test
    void ended_by_sigterm_it_exits_with_4_while_something_is_owed_that_it_could_not_pay() throws IOException {
        String drill = workshop.leftOwing();
        Path journal = drillbook.reports().resolve(drill).resolve("journal.jsonl");
        Files.writeString(journal, Files.readString(journal).replace("\"was\":\"good\"", "\"was\":\"evil\""));
        Files.writeString(workshop.config(), before);
        Files.writeString(workshop.home().settings(), workshop.settings() + """
                serve:
                  listen: 127.0.0.1:0
                """);
        Drillbook.Running serve = drillbook.start("serve");
        Waiting.until(
                "it is ready", PATIENCE, () -> Files.readString(serve.err()).contains("\"ready\""));
        serve.signal("TERM");
        assertThat(serve.ended(PATIENCE).exit()).isEqualTo(4);
    }

    @Test
    void a_file_with_mistakes_is_refused_with_all_of_them() throws IOException {
        Files.writeString(workshop.home().settings(), """
                zone: Europe/Berln
                schedules:
                  often:
                    runbook: wrong-mod
                    when: every Mondy at 09:00
                """);
        Drillbook.Ended ended = drillbook.run("serve");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err())
                .contains("drillbook.yaml:1:1: ", "Europe/Berlin")
                .contains("drillbook.yaml:4:5: ", "did you mean 'wrong-mode'")
                .contains("drillbook.yaml:5:5: ", "Mondy");
        assertThat(drillbook.reports()).doesNotExist();
    }

    private ZonedDateTime plan() throws IOException {
        ZonedDateTime due = ZonedDateTime.now(ZoneOffset.UTC).withNano(0).plus(SOON);
        Files.writeString(workshop.home().settings(), workshop.settings() + """
                schedules:
                  once:
                    runbook: wrong-mode
                    environment: workshop
                    zone: UTC
                    when: %s
                working-week: [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday]
                serve:
                  listen: 127.0.0.1:0
                """.formatted(CRON.format(due)));
        return due;
    }

    private void awaitBroken() {
        Waiting.until("the fault is applied", PATIENCE, () -> !Files.readString(workshop.config())
                .equals(before));
    }
}
