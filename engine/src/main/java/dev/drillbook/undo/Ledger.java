package dev.drillbook.undo;

import dev.drillbook.journal.Journal;
import dev.drillbook.journal.JournalReader;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What past and present drills still owe, read from their journals. */
public final class Ledger {
    private Ledger() {}

    /** A drill with at least one unpaid undo. */
    public record Debtor(Path folder, Timeline timeline) {
        public String drill() {
            return folder.getFileName().toString();
        }

        public String environment() {
            return timeline.opened().environment();
        }
    }

    /**
     * Drills that owe something, the latest first; a running one is among them.
     *
     * @param reports the folder of all drills; nothing is owed where there is none
     */
    public static List<Debtor> debtors(Path reports) {
        if (!Files.isDirectory(reports)) return List.of();
        try (Stream<Path> folders = Files.list(reports)) {
            return folders.filter(Journal::isIn)
                    .sorted((one, other) -> other.compareTo(one))
                    .map(folder -> new Debtor(
                            folder, Timeline.of(JournalReader.read(folder).entries())))
                    .filter(debtor -> !debtor.timeline().owed().isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new DrillException("cannot read " + reports + ": " + e.getMessage() + "; look at its permissions", e);
        }
    }
}
