package dev.drillbook.undo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.journal.Journal;
import dev.drillbook.timeline.Happening.Began;
import dev.drillbook.undo.Ledger.Debtor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    private Path reports;

    @Test
    void the_tenth_drill_of_a_day_is_later_than_the_ninth() throws IOException {
        begins("2026-11-24-9", "2026-11-24T09:00:00Z");
        begins("2026-11-24-10", "2026-11-24T10:00:00Z");
        assertThat(Ledger.unsettled(reports))
                .extracting(Debtor::drill)
                .containsExactly("2026-11-24-10", "2026-11-24-9");
    }

    private void begins(String drill, String at) throws IOException {
        Path folder = Files.createDirectory(reports.resolve(drill));
        Clock clock = Clock.fixed(Instant.parse(at), ZoneOffset.UTC);
        try (Journal journal = Journal.create(folder, clock, System::nanoTime)) {
            journal.append(new Began());
        }
    }
}
