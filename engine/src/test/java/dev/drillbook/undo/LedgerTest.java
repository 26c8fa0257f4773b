package dev.drillbook.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.drillbook.journal.Journal;
import dev.drillbook.runbook.Payment;
import dev.drillbook.runbook.Refused;
import dev.drillbook.runbook.Undo;
import dev.drillbook.runbook.Verdict;
import dev.drillbook.runbook.World;
import dev.drillbook.timeline.Happening;
import dev.drillbook.timeline.Happening.Began;
import dev.drillbook.timeline.Happening.Closed;
import dev.drillbook.timeline.Happening.Ending;
import dev.drillbook.timeline.Happening.Owed;
import dev.drillbook.timeline.Happening.StaysOwed;
import dev.drillbook.undo.Ledger.Debtor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    @Test
    void a_journal_of_which_no_line_can_be_read_may_owe_something() throws IOException {
        Path folder = begins("2026-11-24-1", "2026-11-24T09:00:00Z");
        Path journal = folder.resolve("journal.jsonl");
        Files.write(journal, Files.readString(journal).getBytes(StandardCharsets.UTF_16));
        assertThat(Ledger.debtors(reports)).extracting(Debtor::drill).containsExactly("2026-11-24-1");
    }

    @Test
    void what_cannot_be_looked_into_hides_no_other_drill() throws IOException {
        Path folder = begins("2026-11-24-1", "2026-11-24T09:00:00Z");
        goesOn(folder, new Owed(1, "a fault of tomorrow", new UndoOfTomorrow(), "true"));
        Files.createSymbolicLink(reports.resolve("2026-11-24-2"), reports.resolve("on a disk that is away"));
        Files.createSymbolicLink(reports.resolve("2026-11-24-3"), reports.resolve("2026-11-24-3"));
        Files.createDirectories(reports.resolve("2026-11-24-4/journal.jsonl"));
        Files.createDirectory(reports.resolve("2026-11-24-5"));
        Files.createSymbolicLink(reports.resolve("2026-11-24-5/journal.jsonl"), reports.resolve("away"));
        Files.createDirectory(reports.resolve("no drill"));
        Files.writeString(reports.resolve("no folder"), "");
        Ledger.Found found = Ledger.look(reports);
        assertThat(found.debtors()).extracting(Debtor::drill).containsExactly("2026-11-24-1");
        assertThat(found.unread())
                .extracting(unread -> unread.folder().getFileName().toString())
                .containsExactlyInAnyOrder("2026-11-24-2", "2026-11-24-3", "2026-11-24-4", "2026-11-24-5");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> Ledger.debtors(reports));
    }

    /** A Drillbook with more nouns wrote it: this one cannot tell what is owed, but that something is. */
    @Test
    void an_undo_of_a_kind_that_nobody_knows_here_is_owed_all_the_same() throws IOException {
        Path folder = begins("2026-11-24-1", "2026-11-24T09:00:00Z");
        goesOn(folder, new Owed(1, "a fault of tomorrow", new UndoOfTomorrow(), "true"));
        assertThat(Ledger.debtors(reports)).extracting(Debtor::drill).containsExactly("2026-11-24-1");
        goesOn(folder, new Closed(Ending.ABORTED, null));
        assertThat(Ledger.debtors(reports)).isEmpty();
        goesOn(folder, new StaysOwed(1, "Permission denied"));
        assertThat(Ledger.debtors(reports)).hasSize(1);
    }

    @JsonTypeName("tomorrow")
    private record UndoOfTomorrow() implements Undo {
        @Override
        public String asTyped(World world) {
            return "true";
        }

        @Override
        public Payment pay(World world) {
            return new Payment.PutBack("nothing");
        }

        @Override
        public Verdict gone(World world) {
            return new Verdict.Holds("nothing");
        }
    }

    private static void goesOn(Path folder, Happening what) {
        try (Journal journal = Journal.goOn(folder, Clock.systemUTC(), System::nanoTime)) {
            journal.append(what);
        }
    }

    private Path begins(String drill, String at) throws IOException {
        Path folder = Files.createDirectory(reports.resolve(drill));
        Clock clock = Clock.fixed(Instant.parse(at), ZoneOffset.UTC);
        try (Journal journal = Journal.create(folder, clock, System::nanoTime)) {
            journal.append(new Began());
        }
        return folder;
    }
}
