package dev.drillbook.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.journal.JournalReader;
import dev.drillbook.runbook.Payment;
import dev.drillbook.timeline.Happening.Paid;
import dev.drillbook.timeline.Stamped;
import dev.drillbook.undo.Ledger;
import dev.drillbook.undo.Ledger.Debtor;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The drill whose report README shows. It was recorded long ago, as those are that users keep. */
class SampleTest {
    private static final Path REPORTS = Path.of("..", "reports");

    @Test
    void each_line_of_it_can_still_be_read() {
        JournalReader journal = JournalReader.read(REPORTS.resolve("sample"));
        assertThat(journal.damage()).isEmpty();
        assertThat(journal.lostLines()).isEmpty();
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
