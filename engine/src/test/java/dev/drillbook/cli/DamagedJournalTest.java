package dev.drillbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.control.Workshop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that was cut or changed, as its users meet it: told, and never a stack trace. */
class DamagedJournalTest {
    @TempDir
    private Path folder;

    private Workshop workshop;
    private Typed cli;
    private String drill;
    private Path journal;
    private byte[] whole;

    @BeforeEach
    void leaveOwing() throws IOException {
        workshop = new Workshop(folder);
        cli = new Typed(workshop);
        drill = workshop.leftOwing();
        journal = workshop.home().reports().resolve(drill).resolve("journal.jsonl");
        whole = Files.readAllBytes(journal);
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    /** @return what was said, of drill and debts */
    private String told() {
        cli.clear();
        int exits = cli.run("drills") + cli.run("undo", "--list");
        String told = cli.out() + cli.err();
        assertThat(exits).as(told).isZero();
        assertThat(told).doesNotContain("\tat ", "Exception", "defect");
        return told;
    }

    private int lineStart(int fromTheEnd) {
        int start = whole.length - 1;
        for (int lines = 0; lines < fromTheEnd; lines++) do start--; while (start > 0 && whole[start - 1] != '\n');
        return start;
    }

    @Test
    void cut_at_every_byte_of_its_last_three_lines() throws IOException {
        for (int length = lineStart(3); length < whole.length; length++) {
            Files.write(journal, Arrays.copyOf(whole, length));
            boolean atTheEndOfALine = whole[length - 1] == '\n';
            assertThat(told().contains("the last line was torn"))
                    .as("cut at " + length)
                    .isEqualTo(!atTheEndOfALine);
        }
    }

    @Test
    void one_byte_changed_anywhere() throws IOException {
        int line = 1;
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 2;
            Files.write(journal, changed);
            assertThat(told()).as("changed at " + at).contains(drill + "/journal.jsonl:" + line + ": changed");
            if (whole[at] == '\n') line++;
        }
    }

    @Test
    void a_lost_line_may_be_an_undo_so_nothing_starts_and_nobody_says_that_all_is_put_back() throws IOException {
        String text = new String(whole, StandardCharsets.UTF_8);
        for (String damaged : List.of(
                text.replace("\"type\":\"owed\"", "\"type\":\"ovved\""),
                text.replace("\"was\":", "\"wcs\":"),
                text.replaceFirst("(\"type\":\"began\".*)\n", "$1 "))) {
            Files.writeString(journal, damaged);
            cli.clear();
            assertThat(cli.run("undo")).isEqualTo(4);
            assertThat(cli.run("run", "wrong-mode", "--environment", "workshop"))
                    .isEqualTo(3);
            assertThat(cli.out() + cli.err())
                    .contains("may owe more", "cannot be read any more", "put back by hand", "still owes an undo")
                    .doesNotContain("everything", "nothing is owed");
        }
    }

    @Test
    void no_undo_is_done_because_a_changed_line_says_so() throws IOException {
        Files.writeString(
                journal,
                "{\"seq\":9,\"epoch\":1,\"at\":\"2026-11-24T09:00:00Z\",\"tick\":1,\"what\":{\"type\":\"written-off\",\"number\":1,"
                        + "\"who\":\"x\",\"why\":\"y\"},\"hash\":\"" + "0".repeat(64) + "\"}\n",
                StandardOpenOption.APPEND);
        assertThat(cli.run("undo")).isZero();
        assertThat(workshop.config()).content().contains("mode=good");
    }

    @Test
    void one_whose_first_line_is_gone_is_owed_loudly_and_holds_up_every_environment() throws IOException {
        for (String gone : List.of("\"inputs\":null,\"brief\"", "\"brief\"")) {
            Files.writeString(
                    journal,
                    new String(whole, StandardCharsets.UTF_8).replaceFirst("\"inputs\":\\{[^}]*},\"brief\"", gone));
            assertThat(cli.run("undo")).isEqualTo(4);
        }
        Files.writeString(journal, new String(whole, StandardCharsets.UTF_8).replaceFirst("opened", "0pened"));
        assertThat(cli.run("undo")).isEqualTo(4);
        assertThat(cli.out() + cli.err()).contains("sed -i", "STILL OWED", "put it back by hand");
        assertThat(cli.run("run", "wrong-mode", "--environment", "workshop")).isEqualTo(3);
        assertThat(cli.err()).contains(drill + " still owes an undo");
    }

    @Test
    void what_cannot_be_looked_into_may_owe_something_so_nothing_starts() throws IOException {
        Path reports = workshop.home().reports();
        Files.delete(journal);
        Files.createDirectories(journal);
        for (String line : List.of("undo", "undo --list", "drills", "run wrong-mode --environment workshop"))
            assertThat(cli.run(line.split(" "))).as(line).isEqualTo(3);
        assertThat(cli.err()).contains(journal + " is no file, and what that drill owes is not known");
        assertThat(cli.run("doctor", "--environment", "workshop")).isEqualTo(1);
        assertThat(cli.out()).doesNotContain("nothing is owed");

        Files.move(reports, folder.resolve("elsewhere"));
        Files.createSymbolicLink(reports, folder.resolve("a disk that is not mounted"));
        assertThat(cli.run("undo")).isEqualTo(3);
        Files.delete(reports);
        Files.writeString(reports, "a file");
        assertThat(cli.run("undo")).isEqualTo(3);
        assertThat(cli.err()).contains(reports + " is no folder");
        assertThat(cli.out()).doesNotContain("nothing is owed");
    }

    @Test
    void signals_that_were_changed_or_lost_are_told_and_no_report_hides_it() throws IOException {
        assertThat(cli.run("undo")).isZero();
        Path signals = journal.resolveSibling("signals.jsonl");
        String good = Files.exists(signals) ? Files.readString(signals) : "";
        for (String changed : List.of(good + " ", "nonsense")) {
            Files.writeString(signals, changed);
            cli.clear();
            assertThat(cli.run("report", drill)).isZero();
            assertThat(cli.err()).contains("signals.jsonl: changed after it was written, or lost");
            assertThat(journal.resolveSibling("postmortem.md")).content().contains("signals.jsonl: changed");
        }
    }

    @Test
    void a_report_is_written_of_what_can_be_read_and_says_what_cannot() throws IOException {
        for (int at = 3; at < whole.length; at += whole.length / 40) {
            byte[] changed = whole.clone();
            changed[at] ^= 2;
            Files.write(journal, changed);
            cli.clear();
            cli.run("report", drill);
            assertThat(cli.err())
                    .as("changed at " + at)
                    .containsAnyOf("changed after it was written", "no entry 'opened'")
                    .doesNotContain("\tat ", "Exception", "defect");
        }
    }
}
