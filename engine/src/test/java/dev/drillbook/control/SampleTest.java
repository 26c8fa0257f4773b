package dev.drillbook.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.journal.JournalReader;
import dev.drillbook.report.Subject.Naming;
import dev.drillbook.runbook.Payment;
import dev.drillbook.timeline.Happening.Paid;
import dev.drillbook.timeline.Stamped;
import dev.drillbook.undo.Ledger;
import dev.drillbook.undo.Ledger.Debtor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The drill whose report README shows. It was recorded long ago, as those are that users keep. */
class SampleTest {
    private static final Path REPORTS = Path.of("..", "reports");

    @Test
    void each_line_of_it_can_still_be_read() {
        JournalReader journal = JournalReader.read(REPORTS.resolve("sample"));
        assertThat(journal.damage()).isEmpty();
        assertThat(journal.lostLines()).isEmpty();
    }

    /** A mistake in it would be README's: {@code ./drillbook report sample} writes it up. */
    @ParameterizedTest
    @ValueSource(strings = {"postmortem.md", "postmortem.html", "chart.svg", "scorecard.json"})
    void its_documents_say_what_is_written_of_it_today(String document, @TempDir Path again) throws IOException {
        for (String record : List.of("journal.jsonl", "signals.jsonl"))
            Files.copy(REPORTS.resolve("sample").resolve(record), again.resolve(record));
        new Reporting(Path.of("..", "templates")).write(again, Naming.ROLES, Optional.empty());
        assertThat(REPORTS.resolve("sample").resolve(document)).hasSameTextualContentAs(again.resolve(document));
    }

    @Test
    void it_owes_nothing_and_its_repair_is_the_teams() {
        assertThat(Ledger.debtors(REPORTS)).extracting(Debtor::drill).doesNotContain("sample");
        Finished sample = Finished.read(REPORTS.resolve("sample"));
        assertThat(sample.timeline().undos().arePaid()).isTrue();
        assertThat(sample.timeline().all(Paid.class))
                .extracting(Stamped::what)
                .extracting(Paid::payment)
                .hasAtLeastOneElementOfType(Payment.AlreadyRight.class);
    }
}
