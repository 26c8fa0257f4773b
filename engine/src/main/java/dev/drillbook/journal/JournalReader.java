package dev.drillbook.journal;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Reason;
import dev.drillbook.timeline.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a journal file says. Damage never hides what can still be read: it is told instead.
 *
 * @param entries those that could be read, in the order of the file
 * @param lastHash the hash that the last whole line carries
 * @param length bytes up to the end of the last whole line; its newline is missing when it was changed
 * @param tornBytes bytes behind it: a last line without its newline, which was dropped
 * @param changedLines numbers of the lines, from 1, whose hash does not fit
 * @param changedEntries those of the entries that stand there: what they say may be wrong
 * @param lostLines those of the lines that no longer say anything: each may have been an undo that is owed
 */
public record JournalReader(
        List<Entry> entries,
        String lastHash,
        long length,
        int tornBytes,
        List<Integer> changedLines,
        List<Entry> changedEntries,
        List<Integer> lostLines) {
    public JournalReader {
        entries = List.copyOf(entries);
        changedLines = List.copyOf(changedLines);
        changedEntries = List.copyOf(changedEntries);
        lostLines = List.copyOf(lostLines);
    }

    static JournalReader empty() {
        return new JournalReader(List.of(), Chain.START, 0, 0, List.of(), List.of(), List.of());
    }

    /** @throws Invalid when there is no journal, or it cannot be read at all */
    public static JournalReader read(Path folder) {
        Path path = folder.resolve(Journal.FILE);
        try {
            return JournalParser.parse(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new Invalid("cannot read " + path + ": " + Reason.of(e), e);
        }
    }

    /** The number of the writer of the last entry; 0 when there is none. */
    public int epoch() {
        return entries.stream().mapToInt(Entry::epoch).max().orElse(0);
    }

    /** What is wrong with the file, one line each, for people; empty when nothing is. */
    public List<String> damage() {
        List<String> told = new ArrayList<>();
        changedLines.forEach(line -> told.add(Journal.FILE + ":" + line + ": changed after it was written"));
        if (tornBytes > 0)
            told.add(Journal.FILE + ": the last line was torn (" + tornBytes + " bytes without an end) and dropped");
        return told;
    }
}
