package dev.drillbook.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.drillbook.journal.JournalReader;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.timeline.Happening.Paid;
import dev.drillbook.timeline.Happening.StaysOwed;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.undo.Ledger.Debtor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebtsTest {
    private static final String GOOD = "# the service's own\nmode=good\n";

    @TempDir
    private Path folder;

    private Workshop workshop;
    private Debts debts;

    @BeforeEach
    void open() throws IOException {
        workshop = new Workshop(folder);
        debts = workshop.debts();
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void what_a_dead_engine_still_owed_is_paid_later() throws IOException {
        Debtor debtor = leftOwing();
        assertThat(debts.pay(debtor)).isEmpty();
        assertThat(workshop.config()).hasContent(GOOD);
        assertThat(debts.look().debtors()).isEmpty();
        assertThat(report(debtor)).contains("Everything was put back at");
    }

    @Test
    void paying_twice_pays_once() throws IOException {
        Debtor debtor = leftOwing();
        debts.pay(debtor);
        Files.writeString(workshop.config(), "# meanwhile\nmode=other\n");
        assertThat(debts.pay(debtor)).isEmpty();
        assertThat(workshop.config()).hasContent("# meanwhile\nmode=other\n");
        assertThat(timeline(debtor).all(Paid.class)).hasSize(1);
    }

    @Test
    void what_cannot_be_paid_stays_owed_and_is_paid_when_its_target_is_back() throws IOException {
        Debtor debtor = leftOwing();
        Path away = workshop.config().resolveSibling("away");
        Files.move(workshop.config(), away);
        assertThat(debts.pay(debtor)).hasSize(1);
        assertThat(report(debtor)).contains("Still owed: set mode in config");
        Files.move(away, workshop.config());
        assertThat(debts.pay(debtor)).isEmpty();
        assertThat(workshop.config()).hasContent(GOOD);
        assertThat(report(debtor)).doesNotContain("Still owed: ").contains("Everything was put back at");
    }

    @Test
    void an_undo_whose_record_was_changed_is_not_carried_out() throws IOException {
        Debtor debtor = leftOwing();
        Path journal = debtor.folder().resolve("journal.jsonl");
        Files.writeString(journal, Files.readString(journal).replace("\"was\":\"good\"", "\"was\":\"evil\""));
        assertThat(debts.pay(debts.look().debtors().get(0))).hasSize(1);
        assertThat(workshop.config()).content().contains("mode=bad");
        assertThat(timeline(debtor).all(StaysOwed.class).get(0).what().why())
                .contains("was changed after it was written");
    }

    @Test
    void none_is_carried_out_where_it_was_changed_to_which_place_it_belongs() throws IOException {
        Debtor debtor = leftOwing();
        Path journal = debtor.folder().resolve("journal.jsonl");
        Path other = Files.writeString(folder.resolve("elsewhere.properties"), "mode=bad\n");
        Files.writeString(
                journal, Files.readString(journal).replace(workshop.config().toString(), other.toString()));
        assertThat(debts.pay(debts.look().debtors().get(0))).hasSize(1);
        assertThat(other).hasContent("mode=bad\n");
    }

    @Test
    void what_is_paid_is_paid_though_it_cannot_be_written_up() throws IOException {
        Debtor debtor = leftOwing();
        Files.delete(debtor.folder().resolve("postmortem.md"));
        Files.createDirectories(debtor.folder().resolve("postmortem.md/in the way"));
        assertThat(debts.pay(debtor)).isEmpty();
        assertThat(workshop.config()).hasContent(GOOD);
    }

    @Test
    void the_same_failure_is_recorded_once_however_often_it_is_tried() throws IOException {
        Debtor debtor = leftOwing();
        Files.delete(workshop.config());
        for (int time = 0; time < 3; time++) debts.pay(debtor);
        assertThat(timeline(debtor).all(StaysOwed.class)).hasSize(1);
    }

    @Test
    void what_is_gone_for_good_is_written_off_by_a_person_with_a_reason() throws IOException {
        Debtor debtor = leftOwing();
        Files.delete(workshop.config());
        debts.writeOff(debtor, 1, "grace", "that server was scrapped");
        assertThat(debts.look().debtors()).isEmpty();
        assertThat(timeline(debtor).undos().arePaid()).isFalse();
        assertThat(report(debtor))
                .contains("Written off", "responder 1", "that server was scrapped", "NOT everything was put back")
                .doesNotContain("Everything was put back");
    }

    @Test
    void an_undo_that_nobody_owes_is_not_written_off() throws IOException {
        Debtor debtor = leftOwing();
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> debts.writeOff(debtor, 7, "grace", "why not"))
                .withMessage("drill " + debtor.drill() + " does not owe undo 7: it owes 1");
        assertThat(timeline(debtor).undos().owed()).hasSize(1);
    }

    @Test
    void nothing_is_written_off_without_a_reason() throws IOException {
        Debtor debtor = leftOwing();
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> debts.writeOff(debtor, 1, "grace", " "));
        assertThat(timeline(debtor).undos().owed()).hasSize(1);
    }

    @Test
    void nothing_is_written_off_by_nobody() throws IOException {
        Debtor debtor = leftOwing();
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> debts.writeOff(debtor, 1, " ", "that server was scrapped"))
                .withMessageContaining("say who");
        assertThat(timeline(debtor).undos().owed()).hasSize(1);
    }

    private Debtor leftOwing() throws IOException {
        workshop.leftOwing();
        return debts.look().debtors().get(0);
    }

    private static Timeline timeline(Debtor debtor) {
        return Timeline.of(JournalReader.read(debtor.folder()).entries());
    }

    private static String report(Debtor debtor) throws IOException {
        return Files.readString(debtor.folder().resolve("postmortem.md"));
    }
}
